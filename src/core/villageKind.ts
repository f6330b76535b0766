import type { Question } from './report';
import type { Village, VillageCode } from './settings';

/** What a declaration says of villages of both kinds; where one village reads it, its own kind stands there. */
const BOTH = 'desa/kelurahan';

/** By the fourth group of the code (Kepmendagri on codes of regions): 1xxx = kelurahan, 2xxx = desa. */
export function kindOf(code: VillageCode): Village['kind'] {
  return code.split('.')[3]?.startsWith('1') === true ? 'kelurahan' : 'desa';
}

/** `menurut desa/kelurahan` as a village of that kind reads it: `menurut desa`. */
export function inKind(text: string, kind: Village['kind']): string {
  return text.split(BOTH).join(kind);
}

/** The same text for whichever kind it was written: by this a title is known again after its words were made right. */
export function ofBothKinds(text: string): string {
  return text.replace(/\b(desa\/kelurahan|desa|kelurahan)\b/g, BOTH);
}

/** The question as it stands in the form of a village of that kind. */
export function asKindHas(question: Question, kind: Village['kind']): Question {
  const { label, help, choices } = question;
  return {
    ...question,
    label: inKind(label, kind),
    ...(help === undefined ? {} : { help: inKind(help, kind) }),
    ...(choices === undefined ? {} : { choices: choices.map((choice) => inKind(choice, kind)) }),
  };
}
