import { defineQueries } from '../../station/handlers.ts';

/** Reads of late information. */
export const aftercareQueries = defineQueries({
  'aftercare.recent': ({ search }, { read }) => {
    const wanted = search.trim().toUpperCase();
    return read
      .all('donation')
      .filter((donation) => donation.endedAt !== null)
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
      .flatMap((donation) => {
        const donor = read.get('donor', donation.donorId);
        if (!donor) return [];
        const texts = [donation.id, donor.name.toUpperCase(), donor.number, donor.phone];
        if (wanted !== '' && !texts.some((text) => text.includes(wanted))) return [];
        return [
          {
            din: donation.id,
            donorName: donor.name,
            donorNumber: donor.number,
            phoneTail: donor.phone.slice(-4),
            collectedAt: donation.startedAt,
            informed: read.by('lateInformation', 'din', donation.id).length,
          },
        ];
      })
      .slice(0, 20);
  },
  'aftercare.informationList': (_input, { read }) =>
    [...read.all('lateInformation')]
      .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
      .slice(0, 200)
      .map((row) => ({
        informationId: row.id,
        din: row.din,
        code: row.code,
        receivedAt: row.receivedAt,
        by: read.get('staff', row.by)?.name ?? row.by,
      })),
});
