/** What the fake knows for a call: the clinic's contact, the emergency numbers, and the facts of each treatment. */
import { parseDateTime, toZoned } from '@internationalized/date';
import type { ContactForm, ProcedureForm, Problem, Warnings } from './contract';
import { emergencyNumbers, levels, signs } from './fake-protocol';

export type Calling = {
  /** What is written of the clinic; null where the store cannot be read. */
  contact?: ContactForm | null;
  /** The country that the patient chose; null is another than those known. */
  country?: string | null;
};

const UNION = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const countries = [...new Set([...emergencyNumbers.keys(), ...UNION])].filter((code) => code !== 'EU' && code !== 'fallback').sort();

/** The system's region. */
const REGION = 'DE';

export const clinic: ContactForm = {
  name: 'Dr. Example, Dermatology',
  phone: '030 555 0142',
  hours: 'Mon to Thu 8:00 to 18:00\nFri 8:00 to 13:00',
  out_of_hours: 'Call 116 117, or go to the emergency room of St. Example.',
};

const nothing: ContactForm = { name: '', phone: '', hours: '', out_of_hours: '' };

export class FakeCall {
  #contact: ContactForm | null;
  #country: string | null | undefined;

  constructor({ contact = nothing, country }: Calling) {
    this.#contact = contact;
    this.#country = country;
  }

  /** The signs with what is known for a call about these treatments. */
  warnings(treatments: { id: string; form: ProcedureForm }[]): Warnings {
    const code = this.#country === undefined ? REGION : this.#country;
    const own = emergencyNumbers.get(code ?? 'fallback');
    const union = UNION.includes(code ?? '') ? emergencyNumbers.get('EU') : undefined;
    const ended = (form: ProcedureForm) => toZoned(parseDateTime(form.ended), form.zone).toAbsoluteString();
    return {
      levels,
      signs,
      emergency: own ?? union ?? '',
      draft: true,
      country: code,
      countries,
      chosen: this.#country !== undefined,
      contact: this.#contact,
      cards: treatments.map(({ id, form }) => ({
        id,
        ended: ended(form),
        device: form.device,
        depth_mm: form.depth_mm,
        areas: form.areas,
        prp: form.prp,
        antibiotic: form.antibiotic,
        session: form.session,
        sessions: form.sessions,
      })),
    };
  }

  /** Keeps what is written of the clinic. */
  write(form: ContactForm): void {
    if (form.phone && !/^[\d+(*#]/.test(form.phone)) throw refusal('phone-not-a-number', 'phone');
    this.#contact = { ...form };
  }

  choose(code: string | null): void {
    if (code !== null && !countries.includes(code)) throw refusal('country-unknown', 'code');
    this.#country = code;
  }
}

function refusal(code: string, field: string): Problem {
  return { code, field, detail: {} };
}
