import { describe, expect, it } from 'vitest';
import { ask, knowledge, labels } from '../make/knowledge.ts';

describe('which agreement, asked in London', () => {
  const asked: readonly [words: string, first: string][] = [
    ['Can I send the police the names and DOBs on our supporting families list?', 'supporting-families'],
    ['Health visitor wants to tell MASH about bruising', 'mas'],
    ['MACE panel minutes', 'mace'],
    ['VARG meeting notes', 'marac-vawg'],
    ['county lines kid in another borough', 'county-lines'],
    ['gang nominal from the Met', 'gangs-syv'],
    ['fly-tip photo to Environment Agency', 'environmental-crime'],
    ['rogue builder, police want our complaints', 'trading-standards'],
    ['cuckooing of a disabled adult', 'adult-safeguarding'],
    ['child died, CDOP form', 'cdop'],
    ['flood rest centre list', 'emergency'],
    ['Channel panel', 'prevent-channel'],
    ['Prevent referral for an adult', 'prevent-channel'],
    ['MAPPA level 2 invite', 'mappa'],
    ['prolific burglar, probation meeting', 'iom'],
    ['caution register', 'residual-crime'],
    ['club licence review', 'licensing'],
    ['drone footage', 'cctv'],
    ['noisy neighbours', 'asb'],
    ['YOT wants school attendance', 'youth-offending'],
  ];
  it.each(asked)('answers “%s” with %s', (words, first) => expect(labels(ask(words))[0]).toBe(first));

  it.each(['marac', 'MARAC', 'Marac.', 'M.A.R.A.C.', '“MARAC”'])('knows a name however it is written: %s', (name) => {
    expect(labels(ask(`${name} meeting`))[0]).toBe('marac-vawg');
  });

  it('prefers the longer name: adult MASH is not MASH', () => {
    expect(labels(ask('adult MASH'))[0]).toBe('adult-safeguarding');
    expect(labels(ask('MASH check'))[0]).toBe('mas');
  });

  it('lets a name outweigh what else is said', () => {
    expect(labels(ask('MARAC wants the graffiti and noise history'))[0]).toBe('marac-vawg');
  });

  it('reads abbreviations of the field in full', () => {
    expect(labels(ask('breach of a PSPO'))[0]).toBe('asb');
    expect(labels(ask('idva wants the housing history'))[0]).toBe('marac-vawg');
  });

  it('forgives slips in longer words and reads joined words apart', () => {
    expect(labels(ask('safegaurding concern about bruses on a toddler'))[0]).toBe('mas');
    expect(labels(ask('radicalistion worries about a pupil'))[0]).toBe('prevent-channel');
    expect(labels(ask('complaint about dogfouling'))[0]).toBe('environmental-crime');
  });

  it('leaves short words as they are: one letter away lies another word', () => {
    expect(labels(ask('MAPS of the park'))).not.toContain('mas');
  });

  it('does not take a name for an answer that the asker only guesses at', () => {
    const first = (words: string) => labels(ask(words))[0];
    expect(first('Flat taken over by dealers, the tenant has a learning disability. Would it be licensing?')).toBe(
      'adult-safeguarding',
    );
    expect(first('Off-road bikes in the park. The manager suggests using CDOP.')).toBe('asb');
    expect(first('Counterfeit handbags on a stall. Licensing cannot help.')).toBe('trading-standards');
    expect(first('Is it ASB I need?')).toBe('asb');
  });

  it('names residual crime only when nothing more exact fits', () => {
    expect(labels(ask('lower-level crime, council and police'))[0]).toBe('residual-crime');
    expect(labels(ask('noise nuisance from the flat upstairs'))[0]).toBe('asb');
  });

  it('sends whoever says “troubled families” to its successor, unless they report to the ministry', () => {
    expect(labels(ask('Is our troubled families list all right to send to the police?'))[0]).toBe(
      'supporting-families',
    );
    expect(labels(ask('troubled families data to MHCLG'))[0]).toBe('troubled-families');
  });
});

describe('agreements that belong side by side', () => {
  it('offers MARAC and MAS together for a child where there is domestic abuse', () => {
    const answer = ask('Her boyfriend hit her again and the kids were in the room');
    expect(answer.together).toBe(true);
    expect([...labels(answer)].sort()).toEqual(['marac-vawg', 'mas']);
  });

  it('leaves MAS out of it when there is no child', () => {
    const answer = ask('Her boyfriend hit her again, no children in the house');
    expect(answer.together).toBe(false);
    expect(labels(answer)[0]).toBe('marac-vawg');
  });

  it('offers MACE, county lines and MAS to choose from for an exploited child', () => {
    const answer = ask('A girl of 14 is being groomed and exploited by older men');
    expect([...labels(answer)].sort()).toEqual(['county-lines', 'mace', 'mas']);
    expect(answer).toMatchObject({ band: 'choose', together: false });
  });

  it('puts a child’s safety before other themes', () => {
    expect(
      labels(ask('A boy of nine was hit with a belt, and there is anti-social behaviour on the estate too')),
    ).toContain('mas');
    expect(labels(ask('A six year old says his uncle hurts him'))[0]).toBe('mas');
  });
});

describe('the area of an answer', () => {
  it('comes from the asker’s side first: in Kent everything is the Kent agreement', () => {
    for (const words of [
      'MARAC on Tuesday',
      'noisy neighbours',
      'child died, CDOP form',
      'water company asks who is poor',
    ]) {
      expect(labels(ask(words, 'kent'))[0], words).toBe('kmisa');
    }
  });

  it('names the purposes that the words point at, best first', () => {
    expect(ask('Home Office immigration enforcement asks', 'kent').purposes[0]).toBe('p30');
    expect(ask('a rough sleeper is being evicted', 'kent').purposes).toContain('p05');
    expect(ask('MARAC referral', 'kent').purposes[0]).toBe('p14');
    expect(ask('noisy neighbours', 'london').purposes).toEqual([]);
  });

  it('else from the places in the words', () => {
    expect(ask('MASH in Maidstone asks for housing records', null)).toMatchObject({ area: 'kent', asks: null });
    expect(labels(ask('MASH in Maidstone asks for housing records', null))).toEqual(['kmisa']);
    expect(ask('Haringey social worker saw a bruise on a baby', null)).toMatchObject({ area: 'london', asks: null });
  });

  it('counts a place that is also a word only after a cue', () => {
    expect(ask('we need to deal with noisy neighbours', null).area).toBeNull();
    expect(ask('noisy neighbours in Deal', null).area).toBe('kent');
    expect(ask('barking dog, noisy neighbours', null).area).toBeNull();
    expect(ask('Barking council wants to know about noisy neighbours', null).area).toBe('london');
  });

  it('is asked for when nothing tells, with what London would offer', () => {
    const answer = ask('noisy neighbours', null);
    expect(answer.asks?.key).toBe('area');
    expect(answer.asks?.options.map(({ id }) => id)).toEqual(['london', 'kent', 'elsewhere']);
    expect(labels(answer)[0]).toBe('asb');
    expect(labels(ask('noisy neighbours', null, { area: 'kent' }))).toEqual(['kmisa']);
  });

  it('is not asked for when the Kent agreement is named or the question is how to share', () => {
    expect(ask('Does the Kent and Medway information sharing agreement cover fraud?', null)).toMatchObject({
      asks: null,
    });
    expect(ask('Can I use plain email?', null)).toMatchObject({ asks: null });
  });

  it('stays the asker’s own when an agreement of the other area is merely mentioned', () => {
    expect(labels(ask('Does KMISA cover noisy neighbours?', 'london'))[0]).toBe('asb');
    expect(labels(ask('Noisy neighbours. The Kent agreement officer could not help.', 'london'))[0]).toBe('asb');
  });
});

describe('what no held agreement covers', () => {
  it('declines when the other party is somewhere we hold nothing for', () => {
    for (const area of [null, 'london', 'kent'] as const) {
      expect(ask('Manchester police ask for our file', area)).toMatchObject({
        declined: 'elsewhere',
        band: 'none',
        ranked: [],
      });
    }
    expect(ask('noisy neighbours', 'elsewhere').declined).toBe('elsewhere');
    expect(ask('I work for a school in Leeds, noisy neighbours', null).declined).toBe('elsewhere');
  });

  it('declines when Kent and London meet, whoever asks', () => {
    for (const area of [null, 'london', 'kent'] as const) {
      expect(ask('Dartford school to Bexley MASH about a bruised pupil', area).declined, String(area)).toBe(
        'cross-boundary',
      );
    }
  });

  it('answers when the other place is only mentioned', () => {
    expect(labels(ask('Drug line: our looked after child was moved to Norwich to sell'))).toContain('county-lines');
    expect(labels(ask('The family moved here from Leeds and the baby is bruised'))[0]).toBe('mas');
  });

  it('leaves the intelligence services to their own regime', () => {
    expect(ask('MI5 asks the council for the list of families on the programme').declined).toBe('separate-regime');
    expect(ask('police intelligence on a gang').declined).toBeNull();
  });

  it('looks nobody up', () => {
    for (const words of [
      'Can you look up whether Mr Smith is known to social services?',
      'Is the tenant of flat 3 known to you?',
      'What is her date of birth?',
      'please check if he has a criminal record',
    ]) {
      expect(ask(words), words).toMatchObject({ declined: 'record-request', ranked: [] });
    }
    expect(ask('Can you tell me whether I need consent to share?').declined).toBeNull();
    expect(ask('Please check which agreement covers his criminal record').declined).toBeNull();
  });

  it('keeps out of small talk', () => {
    for (const words of ['hello', 'Thanks very much!', 'tell me a joke', "what's the weather"]) {
      expect(ask(words), words).toMatchObject({ declined: 'small-talk', ranked: [] });
    }
    expect(labels(ask('hello, noisy neighbours again'))[0]).toBe('asb');
  });

  it('says that nothing fits rather than naming the nearest', () => {
    for (const words of [
      'where can I park my car tomorrow',
      'fix the coffee machine',
      'who won the cup',
      'book meeting room 4',
    ]) {
      expect(
        ask(words).ranked.filter(({ kind }) => kind === 'agreement'),
        words,
      ).toEqual([]);
    }
  });
});

describe('how to share', () => {
  const asked: readonly [words: string, topic: string][] = [
    ['Do I need consent to share this?', 'topic:consent'],
    ['Can I use plain email?', 'topic:email'],
    ['Is it OK to ring the GP?', 'topic:telephone'],
    ['How long can we keep it?', 'topic:retention'],
    ['What does MAS stand for / is it MASH?', 'topic:parties'],
    ['We posted the pack to the wrong flat', 'topic:breach'],
    ['He has died. Does data protection still apply?', 'topic:deceased'],
  ];
  it.each(asked)('answers “%s” with %s, in any area', (words, topic) => {
    for (const area of [null, 'london', 'kent'] as const) expect(labels(ask(words, area))[0]).toBe(topic);
  });

  it('leaves local topics to Kent', () => {
    expect(labels(ask('school list for flu vaccines', 'kent'))[0]).toBe('topic:school-health');
  });

  it('answers both when a question asks which and how', () => {
    const both = labels(ask('Which agreement covers noisy neighbours, and can I use plain email?'));
    expect(both).toEqual(['asb', 'topic:email']);
  });

  it('offers a label once, though several topics carry it', () => {
    for (const topic of knowledge.content.topics) {
      const offered = labels(ask(topic.asks[0] ?? '', topic.area));
      expect(new Set(offered).size).toBe(offered.length);
    }
  });
});

describe('an agreement that is really two', () => {
  const strand = (words: string, answers = {}) => ask(words, 'london', answers).ranked[0]?.strand;

  it('is told apart by the other party', () => {
    expect(strand('gang nominal from the Met')).toBe('councils-police');
    expect(strand('gang info to Croydon from Lambeth')).toBe('council-council');
    expect(strand('fly-tip photo to Environment Agency')).toBe('council-environment-agency');
    expect(strand('fly-tip photo to next-door council')).toBe('council-council');
  });

  it('is asked about when the words leave it open, and the answer decides', () => {
    const answer = ask('gang matrix');
    expect(answer.asks).toMatchObject({
      key: 'other-party',
      options: [{ label: 'The police' }, { label: 'Another council' }],
    });
    const told = ask('gang matrix', 'london', { 'other-party': 'council-council' });
    expect(told).toMatchObject({ asks: null, ranked: [{ strand: 'council-council' }] });
  });

  it('is not asked about where the other party would not tell', () => {
    expect(ask('trading standards complaint')).toMatchObject({ asks: null, ranked: [{ strand: null }] });
  });

  it('asks for the area before the other party', () => {
    expect(ask('gang matrix', null).asks?.key).toBe('area');
  });
});

describe('child or adult', () => {
  const words = 'safeguarding concern, signs of neglect and self-neglect in the flat';

  it('is asked when the words fit both, and the answer decides', () => {
    expect(ask(words).asks?.key).toBe('subject');
    expect(labels(ask(words, 'london', { subject: 'adult' }))[0]).toBe('adult-safeguarding');
    expect(labels(ask(words, 'london', { subject: 'child' }))[0]).toBe('mas');
    expect(ask(words, 'london', { subject: 'child' }).asks).toBeNull();
  });

  it('is read off an age', () => {
    expect(labels(ask('a 13 year old on a court order'))[0]).toBe('youth-offending');
  });
});

describe('an answer', () => {
  it('says which words spoke for it, as typed, the name first', () => {
    expect(ask('Health visitor wants to tell the MASH about BRUISING').ranked[0]?.because).toEqual(
      expect.arrayContaining(['MASH', 'BRUISING']),
    );
    expect(ask('the Front Door took a call').ranked[0]?.because[0]).toBe('Front Door');
    expect(ask('noisy NEIGHBOURS').ranked[0]?.because).toEqual(expect.arrayContaining(['noisy', 'NEIGHBOURS']));
    expect(ask('brusing on a toddler').ranked[0]?.because).toContain('brusing');
  });

  it('is one, with others beside it, or a short choice of at most three', () => {
    const texts = knowledge.content.agreements.flatMap(({ situations }) => situations.covered);
    for (const answer of texts.map((text) => ask(text))) {
      const { length } = answer.ranked;
      expect(length).toBeLessThanOrEqual(3);
      expect(length === 0).toBe(answer.band === 'none');
      expect(answer.declined !== null).toBe(answer.band === 'none');
    }
  });

  it('is the same each time', () => {
    const texts = knowledge.content.agreements.flatMap(({ situations }) => situations.covered.slice(0, 3));
    const round = () => texts.map((text) => ask(text, null));
    expect(round()).toEqual(round());
  });
});
