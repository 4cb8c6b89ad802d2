/**
 * The cards about microneedling as such, in the app's own words: they hold for whatever protocol is in use, and what that one says
 * of its own stands on Today. `tests/golden/facts.md` traces which fact stands on which card; a house test reads both.
 */

export type Card = {
  /** Ids of messages. */
  title: string;
  text: string;
  /** Where it is from: seed numbers and `practice`. */
  source: string[];
};

export const cards: Card[] = [
  { title: 'learn-what', text: 'learn-what-text', source: ['000', '002', '003', '004'] },
  { title: 'learn-uses', text: 'learn-uses-text', source: ['000', '001', '002', '003', '004'] },
  { title: 'learn-devices', text: 'learn-devices-text', source: ['000', '001', '003'] },
  { title: 'learn-sessions', text: 'learn-sessions-text', source: ['000', '003', '004'] },
  { title: 'learn-change', text: 'learn-change-text', source: ['002', '003', 'practice'] },
  { title: 'learn-who', text: 'learn-who-text', source: ['001', '003', '004'] },
  { title: 'learn-before', text: 'learn-before-text', source: ['002', 'practice'] },
  { title: 'learn-prp', text: 'learn-prp-text', source: ['000', '004'] },
  { title: 'learn-names', text: 'learn-names-text', source: ['001', '002', '004', 'practice'] },
];

/** The visit, one step after the other. */
export const visit: Card[] = [
  { title: 'learn-visit-told', text: 'learn-visit-told-text', source: ['000', 'practice'] },
  { title: 'learn-visit-numbing', text: 'learn-visit-numbing-text', source: ['000', '001', '002', '004'] },
  { title: 'learn-visit-needling', text: 'learn-visit-needling-text', source: ['001', '002', '004'] },
  { title: 'learn-visit-care', text: 'learn-visit-care-text', source: ['000', '002', '004'] },
];
