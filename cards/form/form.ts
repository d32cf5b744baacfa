import type { Button } from '../button.ts';
import type { Field } from '../field.ts';
import { blocks, type Rendered, renderer } from '../render.ts';
import template from './form.template.json' with { type: 'json' };

const words = {
  'about-me': {
    heading: 'About me',
    paragraphs: [
      'Tell me about your side, so that I offer the right agreements and send your decisions to the right person. You can change this whenever you like: type “about me”.',
    ],
  },
  settings: {
    heading: 'Settings for your organisation',
    paragraphs: [
      'These contacts and numbers are shown to everyone who uses me, in emergencies too. Use shared mailboxes and team numbers.',
    ],
  },
  roles: {
    heading: 'Roles',
    paragraphs: [
      'Approvers review decisions. Editors change what I know. IG leads see settings and what needs advice. People appear here once they have said hello to me. Nobody can change their own roles, and IG leads are told of each change.',
    ],
  },
  knowledge: {
    heading: 'Change what I know',
    paragraphs: ['Change one field, say why, and I check it and show another editor the comparison.'],
  },
} as const;

interface FormView {
  readonly kind: keyof typeof words;
  readonly fields: readonly Field[];
  readonly actions: readonly Button[];
  /** What stands now, or what is wrong; sentences. */
  readonly more?: readonly string[];
  readonly banner?: string;
}

const draw = renderer(template);

/** A form: what it is for, its inputs, and what happens next. */
export function formCard(view: FormView): Rendered {
  const { heading } = words[view.kind];
  const paragraphs = [...words[view.kind].paragraphs, ...(view.more ?? [])];
  const banner = view.banner ?? '';
  const data = {
    above: '',
    heading,
    notice: banner,
    noticeStyle: 'accent',
    paragraphs,
    inputs: view.fields,
    actions: view.actions,
  };
  return draw(
    data,
    blocks(heading, banner, ...paragraphs, ...view.fields.map((input) => `${input.label}: ${input.value}`)),
  );
}
