import type { honoursRefusalsZh } from './refusals-zh.ts';

/** Refusals of the print desk in English. */
export const honoursRefusalsEn: typeof honoursRefusalsZh = {
  'honours.noSlip':
    'The physician has not decided; there is no slip yet. Let the physician sign first.',
  'honours.withdrawn':
    'The volume was corrected and this paper is void. Use the new one in the list; take the old sheet back and record it as spoiled.',
  'honours.unknown': 'There is no such paper. Refresh the list and choose again.',
  'honours.visitUnknown': 'There is no such visit. Open the form again from the donor’s file.',
  'honours.alreadyPrinted':
    'It is already with the printer; the name cannot be confirmed again. Void the sheet first.',
  'honours.nameChanged':
    'The name is now “{{name}}”. Let the donor read the new spelling, then confirm.',
  'honours.missingGlyph':
    'The print font lacks character {{position}}, “{{character}}” ({{codePoint}}); nothing was printed. Check the name, or leave a space and write it by hand.',
  'honours.notMissing':
    'The font has one of the characters to be left out. Leave a space only for those it lacks.',
  'honours.notProofed':
    'The donor has not confirmed the name. Let the donor read it aloud, then confirm.',
  'honours.scanOrSpoil': 'The sheet is already printed. Scan its number; void it if it is spoiled.',
  'honours.jobRuns': 'The print job is not over. Wait for its end, or cancel it first.',
  'honours.lookAtSheet':
    'It is unclear whether the last sheet printed. Look: scan a good sheet, void a spoiled one, or say that no sheet was used.',
  'honours.spoilFirst': 'The sheet is registered. Void it first to print again.',
  'honours.handedOverAlready':
    'It was handed over and is not printed again. If it was lost, register that; a proof takes its place.',
  'honours.noStock':
    'No certificate stock (form {{form}}) is registered. Ask an administrator to register it under Devices.',
  'honours.stockSize':
    'The stock “{{stock}}” has another size than the form; nothing was printed. Check the paper or measure it again.',
  'honours.noPrinter': 'There is no such paper printer. Choose another, or have it registered.',
  'honours.printerLink':
    'This printer’s link tells no job states. Use a network printer (IPP) or a file.',
  'honours.textTooLong':
    'The name does not fit its box; nothing was printed. Check the name, or issue a proof instead.',
  'honours.badDate':
    'The donation date is not a valid date; nothing was printed. Correct the donation record first.',
  'honours.belowOneDonation':
    'The volume does not count as one donation. Print the thank-you letter and the proof instead.',
  'honours.notDrawn':
    'The form or the number is faulty ({{problem}}); nothing was printed. Call the administrator.',
  'honours.jobUnknown': 'There is no such print job. Refresh the queue.',
  'honours.jobOver': 'The job is over and cannot be cancelled. See whether paper came out.',
  'honours.noSerial': 'This is no sheet number. Scan the 7 digits on the sheet.',
  'honours.plainPaper':
    'This one is on plain paper without a number; nothing to scan or void. Hand it over.',
  'honours.alreadyScanned':
    'Sheet {{serial}} is registered; it need not be scanned again. Hand it over.',
  'honours.notPrinted': 'It is not printed yet, so no sheet can be registered. Print it first.',
  'honours.serialSpoiled': 'Sheet {{serial}} was voided. Check the sheet in your hand.',
  'honours.serialUsed':
    'Sheet {{serial}} carries another certificate. Check the sheet in your hand.',
  'honours.otherSheet':
    'This certificate is on sheet {{serial}}, not on the one in your hand. Check before voiding.',
  'honours.notFinished':
    'It is not printed and registered yet, so it cannot be handed over. Finish the print first.',
  'honours.notWritten':
    '“{{characters}}” is not written yet. Write it by hand, then press “Written by hand”.',
  'honours.noSignature':
    'The receiver’s signature is missing. Let the receiver sign on the screen.',
  'honours.lostAlready': 'The loss is registered; the proof is in the list. Print the proof.',
  'honours.notHandedOver':
    'It was not handed over, so it is not lost. Void the sheet if it is spoiled.',
  'honours.noDonation': 'There is no such donation that has ended. Check the donation number.',
  'honours.medalGiven': 'The medal for this donation was given already. See the issue register.',
};
