import type { collectionRefusalsChinese } from './refusals-zh.ts';
import type { SameShape } from './shape.ts';

/** English sentences of what is refused at numbers, chairs, runs, rest and boxes. */
export const collectionRefusalsEnglish: SameShape<typeof collectionRefusalsChinese> = {
  'collection.oneCodeOnly': 'Scan one code at a time. Please scan it again alone.',
  'collection.notANumber':
    'This is no donation number. Scan one from the sheet, or type its 13 characters and check character.',
  'collection.notADonorCode': 'This is no donor code. Scan the donor’s card or identity card.',
  'collection.donorUnknown':
    'This donor is not known here. Register first, or scan another document.',
  'collection.notAMachine': 'This is no machine code. Scan the code on the front of the machine.',
  'collection.machineUnknown':
    'This machine is not known here. Ask an administrator to add it, then scan again.',
  'collection.notASupply': 'This is no supply code. Scan the lot code on the pack.',
  'collection.otherSupply': 'This is another kind of supply. Scan what the step asks for.',
  'collection.otherCode': 'This is not the code of this step. Follow the screen.',
  'collection.lotUnknown': 'This lot was never received here. Have it received, or take another.',
  'collection.lotWithdrawn': 'Lot {{lot}} is withdrawn. Put it back and take another.',
  'collection.lotExpired': 'Lot {{lot}} expired on {{expires}}. Put it back and take another.',
  'collection.lotServes': 'Lot {{lot}} does not serve this donation type. Take another.',
  'collection.noSite': 'This station has no site yet. Finish the first start.',
  'collection.rangeEmpty': 'The first number is above the last. Correct the range.',
  'collection.rangeOverlaps':
    'The range overlaps {{first}}–{{last}}. Choose numbers that nobody holds.',
  'collection.leaseUnknown': 'There is no such range. Refresh and choose again.',
  'collection.visitUnknown': 'There is no such visit. Choose again on the work list.',
  'collection.visitClosed': 'This visit is over. Check the donor in again.',
  'collection.visitHasNumber':
    'This visit already has number {{number}}. Void it with a reason to change it.',
  'collection.chairUnknown': 'There is no such chair in use. Choose another.',
  'collection.chairToClean':
    'This chair is not clean yet. Clean it, throw the used set into a waste bag, then tap “Cleaned”.',
  'collection.chairIsClean':
    'This chair is clean already and no set waits there. Go on and prepare it.',
  'collection.chairTaken':
    'The donor still sits in this chair. See her to the rest area, then clean it.',
  'collection.setNoBag':
    'There is no bag for the used set. Open a bag for infectious waste, then tap “Cleaned”.',
  'collection.bagKind':
    'Used sets go into a bag for infectious waste, not into the sharps box. Choose another bag.',
  'collection.setNotWaiting':
    'This set lies in a waste bag already, or is not known. Refresh and choose again.',
  'collection.chairHasSheet':
    'Another donor’s sheet {{number}} lies at this chair. Use or void it first.',
  'collection.notEligible':
    '{{count}} rules are not met ({{rules}}): no number, no needle. See the check list; the physician decides.',
  'collection.numbersExhausted':
    'This station’s numbers of {{year}} are used up. Two administrators lease a new range.',
  'collection.numberVoid':
    'Number {{scanned}} is void for ever. Expected {{expected}}. Take another sheet.',
  'collection.numberUsed':
    'Number {{scanned}} is already used. Expected {{expected}}. Put it down, do not stick it on.',
  'collection.numberOutsideLease':
    'Number {{scanned}} is outside this station’s range. Expected {{expected}}. Take a sheet of this station.',
  'collection.numberGap':
    'The sheet passes over {{skipped}} numbers: expected {{expected}}, scanned {{scanned}}. Give a reason; they will be void.',
  'collection.gapTooWide':
    'The sheet is {{skipped}} numbers ahead: expected {{expected}}, scanned {{scanned}}. Probably the wrong one; take another.',
  'collection.numberInUse':
    'Number {{number}} is in use and cannot be voided. Use the identity correction.',
  'collection.numberNotGiven':
    'Number {{scanned}} was given to nobody. Expected {{expected}}. Take a number first.',
  'collection.numberOtherChair':
    'Number {{scanned}} belongs to another chair. Expected {{expected}}. Take this chair’s sheet.',
  'collection.numberOtherDonor':
    'Number {{scanned}} belongs to another donor. Expected {{expected}}. Take this chair’s sheet.',
  'collection.chairRunning': 'A run is on at this chair. End it, or choose another chair.',
  'collection.chairPrepared': 'This chair is prepared. Clear it to prepare it again.',
  'collection.chairNotPrepared':
    'This chair is not prepared. Scan machine, kit, anticoagulant and saline first.',
  'collection.preparationNotReady': 'This set-up is used or cleared. Refresh.',
  'collection.preparationOld': 'The set-up is of {{on}}. Clear it and prepare again today.',
  'collection.machineUnfit': '{{machine}} is no usable apheresis machine. Take another.',
  'collection.machineOtherChair':
    '{{machine}} belongs to another chair. Scan this chair’s machine.',
  'collection.machineUnchecked': '{{machine}} has no passed check today. Do the daily check.',
  'collection.kitSerialMissing':
    'No serial was read of kit {{lot}}. Scan the code with the serial, or type it.',
  'collection.kitUsed': 'Kit {{lot}} serial {{serial}} served before. Open a new one.',
  'collection.donorDiffers':
    'Another donor: expected {{expected}}, scanned {{scanned}}. Stop and ask name and birth date.',
  'collection.saidDiffers':
    'What the donor said differs from the file. Stop and check a document; do not prompt.',
  'collection.notDecided': 'No physician signed “eligible”. Finish the decision first.',
  'collection.notQualified':
    '{{name}} is not qualified for venepuncture today. A qualified nurse does it.',
  'collection.donorRunning': 'This donor is on another chair. Stop and call the charge nurse.',
  'collection.noRulePack':
    'Programme {{programme}} has no rule pack in force today. Two persons adopt one.',
  'collection.targetOutside':
    'Target {{target}} mL is outside the rules. The physician signs again.',
  'collection.donationUnknown': 'There is no such donation. Choose again on the chair board.',
  'collection.notRunning': 'This run is over. Go to end and match.',
  'collection.machineAlreadyEnded': 'The machine reported its end. Weigh; nothing to key.',
  'collection.vitalsImpossible':
    '{{value}} is impossible ({{least}}–{{most}}). Measure again and enter it.',
  'collection.pressuresSwapped':
    'Systolic {{systolic}} is not above diastolic {{diastolic}}. Check whether they are swapped.',
  'collection.volumeFell':
    'Volume never falls: {{known}} mL known, {{keyed}} mL keyed. Look at the machine again.',
  'collection.moreAcThanVolume':
    'More anticoagulant than the bag holds. Look at both figures again.',
  'collection.donorGone': 'The donor has left. Record it in the file.',
  'collection.physicianFirst': 'Severe: call the physician first, then record.',
  'collection.reactionUnknown': 'There is no such reaction. Refresh.',
  'collection.reactionClosed': 'This reaction is closed. Record a further one to add to it.',
  'collection.ownerUnknown': 'There is no such person. Choose somebody in service.',
  'collection.noRestart': 'The machine was not restarted; nothing to state.',
  'collection.redCellsUnstated': 'The run is over: say whether red cells were returned.',
  'collection.restartUnstated': 'The machine was restarted. Say first: resumed or ended.',
  'collection.machineStillRuns':
    'The machine has not ended. Wait for its record, or key the end with a second person.',
  'collection.weightImpossible':
    'Gross {{gross}} g with tare {{tare}} g is impossible. Weigh again.',
  'collection.anticoagulantMissing':
    'The machine told no anticoagulant in the bag. Key it from its display.',
  'collection.notEnded': 'The bag is not weighed. Seal and weigh first.',
  'collection.matchedAlready': 'This donation is matched. Go on to rest and hand-over.',
  'collection.otherDonation':
    'Another donation: expected {{expected}}, scanned {{scanned}}. Put it down; do not stick or pack it.',
  'collection.containerUnknown':
    'This code is on no bag, tube or form of this donation. Scan one of its sheet.',
  'collection.containerTwice': 'The same container twice. Scan the next one.',
  'collection.containersMissing':
    '{{count}} missing: {{missing}}. Nothing leaves the chair before all are found.',
  'collection.donorNotAsked': 'Scan the donor’s card, or ask name and birth date.',
  'collection.notMatched': 'Bag and tubes are not matched. Scan them at the chair first.',
  'collection.notResting': 'The donor is not under observation. Finish the end match first.',
  'collection.restTooShort': 'The observation is not over. Wait, then check again.',
  'collection.restUnchecked': 'No good check yet. Take vitals and look at the site.',
  'collection.reactionOpen':
    '{{count}} reactions are open. State outcome and who calls afterwards.',
  'collection.boxBusy': 'Box {{box}} is in use. Take another.',
  'collection.boxNotOpen': 'This box is handed over or not open. Scan another.',
  'collection.itemPacked': 'This item is in box {{box}} already. Check what you hold.',
  'collection.boxEmpty': 'The box is empty. Scan items into it first.',
  'collection.countDiffers': 'Counted {{counted}}, scanned {{packed}}. Count again.',
  'collection.gaveAgain':
    'The donor has given again since, judged by the old figures; they are not changed here. Report an incident for quality to decide.',
  'collection.machinesOwnRecord':
    'This is the machine’s own end record and is not changed. Correct the weighing only; report a device fault if the machine was wrong.',
  'collection.nothingCorrected':
    'The new figures are the old ones; nothing was corrected. Check and type again.',
  'collection.partsExceed':
    'The parts already hold {{sum}} mL, more than the corrected {{product}} mL; nothing was corrected. Weigh again or report an incident.',
  'collection.notLastKeyed': 'Only the figure keyed last can be corrected. Key a new reading.',
  'collection.boxNotMeasured': 'The box has no such reading yet. Hand it over or receive it first.',
  'collection.boxTemperature':
    'The box has {{measured}} ℃, allowed {{least}}–{{most}} ℃. Change the packs, then hand over.',
  'collection.boxNotHandedOver': 'This box is not handed over, or was received. See its state.',
  'collection.historyUnknown':
    'There is no such earlier donation on record. Refresh and choose again.',
  'collection.historyDate': 'The date {{date}} is impossible. Correct it.',
  'collection.historyKnown': 'Number {{scanned}} is on record. Nothing to enter.',
  'collection.labelStock': 'No chair label stock is set up. An administrator sets one up.',
  'collection.noLabelPrinter':
    'There is no usable label printer. Nothing was printed. Use a number sheet, or have a printer connected.',
  'collection.stickerUnreadable':
    'The label for {{container}} does not read back ({{detail}}). Nothing was printed. Use another printer or a sheet.',
  'collection.stickersOut':
    'Labels of {{number}} may be on paper already. Look for them; to print again, say why.',
  'collection.printUnknown': 'There is no such printing. Refresh.',
  'collection.physicianHere': 'The physician has arrived and it is recorded; nothing to scan.',
  'collection.nobodyToOverride':
    'Without a second person the stop stays. Put the code down and scan the right one; if there is none, let the donor sit and call a supervisor.',
  'collection.itemNotHere': 'This item is not in the box. Check what you scanned.',
  'collection.paperFailed':
    'The sheet was not made. See which character is missing; write by hand.',
};
