/**
 * The data structures of ISBT 128 (ST-001 v6.2.2 table 2 and chapter 2.4): identifier, content length
 * and character set. Reading goes in this order: identifier, length, characters, only then meaning.
 * Names are ours. The product, special testing and facility databases are the customer's data and
 * are not here.
 */
export interface Structure {
  readonly ds: string;
  readonly identifier: string;
  readonly name: string;
  /** Characters after the identifier; a function where the content declares its own length. */
  readonly length: number | ((content: string) => number | undefined);
  readonly characters: RegExp;
}

const FIN = '[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}';
const UPPER = /^[0-9A-Z]+$/;
const LETTERS = /^[0-9A-Za-z]+$/;
const DIGITS = /^[0-9]+$/;
const DATE = /^[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$/;

function fin(rest: string): RegExp {
  return new RegExp(`^${FIN}${rest}$`);
}

function counted(
  digits: number,
  lead: number,
  each: number,
): (content: string) => number | undefined {
  return (content) => {
    const count = content.slice(lead - digits, lead);
    return new RegExp(`^[0-9]{${digits}}$`).test(count) ? lead + Number(count) * each : undefined;
  };
}

function row(
  ds: string,
  identifier: string,
  length: Structure['length'],
  characters: RegExp,
  name: string,
): Structure {
  return { ds, identifier, name, length, characters };
}

export const STRUCTURES: readonly Structure[] = [
  // DS 001 holds its own first character in the identifier; its characters are judged by din.ts.
  row('001', '=', 15, /^[\s\S]*$/, 'donation identification number'),
  row('002', '=%', 4, LETTERS, 'blood group'),
  row('003', '=<', 8, LETTERS, 'product code'),
  row('004', '=>', 6, DIGITS, 'expiration date'),
  row('005', '&>', 10, DIGITS, 'expiration date and time'),
  row('006', '=*', 6, DIGITS, 'collection date'),
  row('007', '&*', 10, DIGITS, 'collection date and time'),
  row('008', '=}', 6, DIGITS, 'production date'),
  row('009', '&}', 10, DIGITS, 'production date and time'),
  row('010', '&(', 5, LETTERS, 'special testing: general'),
  row('011', '={', 18, LETTERS, 'red cell antigens (retired)'),
  row('012', '=\\', 18, /^[0-9]{16}[0-9A-Za-z]{2}$/, 'red cell antigens: general'),
  row('013', '&\\', 18, LETTERS, 'red cell antigens: Finnish'),
  row('014', '&{', 18, LETTERS, 'platelet HLA and platelet antigens'),
  row('015', '=[', 18, LETTERS, 'HLA (retired)'),
  row('016', '="', 18, LETTERS, 'HLA alleles (retired)'),
  row('017', '=)', 10, LETTERS, 'container manufacturer and catalogue number'),
  row('018', '&)', 10, LETTERS, 'container lot number'),
  row('019', '=;', 21, fin('[0-9]{16}'), 'donor identification number'),
  row('020', "='", 11, fin('[0-9A-Z]{6}'), 'staff member identification number'),
  row('021', '=-', 10, UPPER, 'manufacturer and catalogue number of another item'),
  row('022', '&-', 10, LETTERS, 'lot number of another item'),
  row('023', '=+', 5, DIGITS, 'compound message'),
  row('024', '=#', 10, new RegExp(`^[0-9]{2}${DATE.source.slice(1)}`), 'patient date of birth'),
  row('025', '&#', counted(2, 4, 1), /^[0-9A-Za-z]{2}[0-9]{2}[\x20-\x7e]*$/, 'patient number'),
  row('026', '=]', 6, /^[0-9]{4}(0[1-9]|1[0-2])$/, 'expiration month of supplies'),
  row('027', '&"', 18, DIGITS, 'infection markers'),
  row('028', '=$', 16, fin('[0-9]{11}'), 'product consignment'),
  row('029', '&$', counted(2, 2, 14), LETTERS, 'dimensions'),
  row('030', '&%', counted(3, 3, 10), LETTERS, 'red cell antigens with test history'),
  row('031', '=(', 16, /^[0-9A-Z]{4}[0-9]{12}$/, 'flexible date and time'),
  row('032', '=,', 6, LETTERS, 'product divisions'),
  row('033', '&+', 11, fin('[0-9A-Z]{6}'), 'processing facility information'),
  row('034', '=/', 16, fin('[0-9A-Z]{11}'), 'processor product identification'),
  row('035', '&,1', 18, LETTERS, 'MPHO lot number'),
  row('036', '&,2', 18, LETTERS, 'MPHO supplemental number'),
  row('037', '&,3', 19, LETTERS, 'GRID (retired)'),
  row('038', '&,4', 40, LETTERS, 'Single European Code'),
  row(
    '039',
    '&:',
    19,
    /^[0-9A-Z]{17}([0-2][0-9]|3[0-6])$/,
    'global registration identifier for donors',
  ),
  row('040', '&/', 15, new RegExp(`^CH${FIN}[0-9]{8}$`), 'chain of identity'),
];
