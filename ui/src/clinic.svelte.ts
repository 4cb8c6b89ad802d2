/** Whom to call, as it was last told: the rail has it on every screen. */
import { ask } from './ask';
import type { ContactForm, Warnings } from './contract';

class Clinic {
  contact = $state.raw<ContactForm | null>(null);

  /** Takes what the warning signs' answer says of the clinic. */
  hear(warnings: Warnings): Warnings {
    this.contact = warnings.contact;
    return warnings;
  }

  /** Asks for it. Where that fails, nothing stands in the rail; the call card says why. */
  async read(): Promise<void> {
    try {
      this.hear(await ask('warnings', {}));
    } catch {
      this.contact = null;
    }
  }
}

export const clinic = new Clinic();
