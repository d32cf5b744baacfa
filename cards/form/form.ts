import type { Button } from '../button.ts';
import type { Field } from '../field.ts';
import { inputText } from '../inputText.ts';
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
  'working-hours': {
    heading: 'Working hours and reminders',
    paragraphs: [
      'I remind people, and send the daily list, while they are at work. Times are UK time; bank holidays in England do not count.',
      'A review that waits is first brought back to its approver, then to the IG leads, who may then decide as well.',
    ],
  },
  cover: {
    heading: 'Who covers for you',
    paragraphs: [
      'While somebody covers for you, what waits for your review goes to them as well, and either of you may decide. The record says who did. Both days are included.',
      'They can never decide on a record that you made yourself.',
    ],
  },
  leaver: {
    heading: 'Hand over what somebody left behind',
    paragraphs: [
      'Use this once they have left. It takes their roles, ends every cover, and takes them out of the settings and out of what people chose in About me; those people are told. You do not see the drafts: whoever takes them over does.',
    ],
  },
  routing: {
    heading: 'Approvers by agreement',
    paragraphs: [
      'Choose who reviews what is shared under an agreement. An approver whom people chose in About me comes first, and the approvers in Settings come last. Nobody reviews their own record.',
    ],
  },
  roles: {
    heading: 'Roles',
    paragraphs: [
      'Approvers review decisions. Editors change what I know. IG leads see settings and what needs advice. People appear here once they have said hello to me. Nobody can change their own roles, and IG leads are told of each change.',
    ],
  },
  sharing: {
    heading: 'What was shared',
    paragraphs: [
      'Tell me how the information went. It is kept with your record, and your approver sees it. Use roles and organisations, and leave out names.',
    ],
  },
  reassign: {
    heading: 'Give this record to another approver',
    paragraphs: ['They are asked to review it, and whoever had it hears that they need not do it any more.'],
  },
  correct: {
    heading: 'Correct the record',
    paragraphs: [
      'Say what is wrong or missing, and what is right. Nothing that was written before is changed: your correction stands beside it, with your name and the day. Use roles and organisations, and leave out names.',
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
  return draw(data, blocks(heading, banner, ...paragraphs, ...view.fields.map(inputText)));
}
