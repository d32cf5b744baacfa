import { stem } from './stem.ts';

/**
 * Ideas of the field and the words practitioners use for them. A word stands for itself and, more weakly, for its
 * idea, so that “the lad” speaks for what was written about a boy. Ours, never scope: no agreement says these words.
 */
const wordsOfConcept: Readonly<Record<string, string>> = {
  child: `child children kid kids baby babies toddler infant newborn teen teens teenager teenage adolescent boy boys girl
    girls lad lads pupil pupils schoolchild schoolboy schoolgirl youngster minor juvenile underage son daughter niece
    nephew grandson granddaughter stepson stepdaughter sibling siblings under18`,
  youth: `youth youths young teen teenager teenage teens adolescent juvenile lad lads gang youngster`,
  adult: `adult adults elderly pensioner older grandmother grandfather gran nan granny grandad frail dementia adult18`,
  parent: `parent parents mum mother dad father mummy stepdad stepfather stepmum carer guardian`,
  police: `police met constable officer officers pc dc sergeant detective inspector bcu cid policeman policewoman cop`,
  council: `council councils borough boroughs authority authorities`,
  health: `health nhs gp doctor doctors nurse nurses hospital clinic clinician patient patients medical surgery ward
    paramedic ambulance midwife practitioner physician`,
  school: `school schools teacher teachers academy college nursery headteacher head classroom pupil pupils lesson tutor
    education sixthform`,
  housing: `housing landlord tenant tenants tenancy flat estate neighbour neighbours resident residents lettings rent
    almo leaseholder homeless`,
  probation: `probation parole supervised supervision`,
  partner: `husband wife partner boyfriend girlfriend ex fiance spouse hubby`,
  violence: `violence violent hit hits hitting beat beats beating beaten punch punched slap slapped kick kicked strangle
    strangled choke assault assaulted attack attacked hurt hurts hurting batter battered injure injured`,
  injury: `bruise bruises bruised bruising injury injuries injured burn burns fracture fractured broken marks wound scald`,
  threat: `threat threats threaten threatens threatened threatening intimidate intimidation harass harassed harassment
    scared afraid terrified frightened frighten fear fears bully bullying`,
  abuse: `abuse abused abuses abusive abuser mistreat mistreated mistreatment neglect neglected`,
  sexual: `sexual sexually sex rape raped grooming groomed groomer indecent nude`,
  drugs: `drug drugs cocaine heroin crack cannabis weed dealer dealers dealing deal narcotics supply pills spice`,
  weapon: `knife knives blade stab stabbed stabbing stabbings machete zombie gun guns firearm shooting shot weapon weapons`,
  noise: `noise noisy loud music party parties banging shouting barking racket row rows`,
  waste: `dump dumped dumping rubbish litter littering waste tip tipped tipping tipper rubble mattress mattresses sofa
    sofas fridge fridges tyres asbestos skip flytip flytipping flytipper bins refuse`,
  camera: `cctv camera cameras footage video videos recording recordings film filmed bodycam bodyworn drone drones
    dashcam doorbell clip clips anpr`,
  alcohol: `alcohol booze pub pubs bar bars nightclub nightclubs club clubs offlicence beer brewery`,
  gambling: `gambling betting bookmaker bookies casino bet`,
  death: `death deaths died dies die dead deceased fatal fatality bereaved bereavement passed`,
  prison: `prison jail custody inmate imprisoned released sentence sentenced prisoner prisoners`,
  offender: `offender offenders offend offends offending offence offences reoffend reoffends reoffending reoffender
    criminal convicted conviction convictions`,
  repeat: `prolific persistent repeat repeatedly repeated career reoffend reoffends reoffending reoffender again`,
  theft: `theft thefts thief steal steals stealing stolen stole burglary burglaries burglar burglars shoplift shoplifting
    shoplifter robbery robber mugging mugger`,
  radical: `radicalise radicalised radicalisation radical extremist extremists extremism terror terrorism terrorist
    jihad isis propaganda ideology`,
  scam: `scam scams scammed scammer conned con rogue cowboy doorstep bogus counterfeit fake fakes`,
  trader: `trader traders trade trading builder builders roofer roofers shop shops shopkeeper retailer
    tradesman`,
  emergency: `emergency emergencies flood floods flooded flooding fire explosion evacuate evacuated evacuation disaster
    incident bomb blast collapse crash evacuees`,
  exploited: `exploit exploits exploited exploiting exploitation groomed grooming traffick trafficked trafficking
    trafficker slavery forced coerced`,
  gang: `gang gangs gangster nominal nominals postcode rival rivals feud retaliation`,
  missing: `missing runaway absconded disappeared`,
  family: `family families household households parents`,
  money: `money pension bank savings cash debt debts finances financial`,
  mail: `email emails emailed emailing mail mailbox outlook gmail hotmail inbox`,
  phone: `phone phoned phoning telephone telephoned call calls called calling ring rang mobile landline voicemail`,
  paper: `paper papers paperwork print prints printed printing printout post posted posting postal letter letters
    envelope courier fax folder briefcase`,
  secure: `secure securely security safely encrypt encrypted encryption egress cjsm tls sftp vpn password`,
  notice: `notify notified inform informed aware notice notices transparency transparent`,
  erase: `delete deleted deleting deletion destroy destroyed dispose disposed disposal shred shredded erase erased erasure`,
  retain: `retain retained retention keep keeping kept store stored storing storage archive archived`,
  abroad: `abroad overseas foreign international country countries eu usa america`,
  anonymous: `anonymise anonymised anonymisation anonymous anonymously pseudonymise pseudonymised pseudonymisation
    aggregate aggregated statistics stats deidentified redact redacted initials`,
  consent: `consent consented permission permissions consenting authorise opt`,
  rights: `rights sar dsar portability rectification rectify objection objects subject`,
  mistaken: `mistake mistakes mistaken wrong wrongly error errors incorrect inaccurate inaccuracy typo outdated`,
  breach: `breach breached breaches leak leaked lost stolen misdirected accidentally accident`,
  contractor: `contractor contractors supplier suppliers processor processors vendor software subcontractor outsourced
    agency provider`,
  vetting: `dbs vetting vetted vet clearance cleared bpss screening`,
  signing: `sign signs signed signing signatory signatories signature join joined joining member party parties`,
  law: `law laws legal legally lawful act legislation statute statutory gateway power powers`,
};

/** Ideas by the stem of a word, e.g. `boi` (boy) -> `~child`. The mark keeps an idea apart from a word. */
export const conceptsOfStem: ReadonlyMap<string, readonly string[]> = invert();

function invert(): Map<string, string[]> {
  const byStem = new Map<string, string[]>();
  for (const [concept, words] of Object.entries(wordsOfConcept)) {
    for (const root of new Set(words.split(/\s+/).map(stem))) {
      byStem.set(root, [...(byStem.get(root) ?? []), `~${concept}`]);
    }
  }
  return byStem;
}

/** Every word of the table, so that a slip in one of them can be put right. */
export const conceptWords: readonly string[] = Object.values(wordsOfConcept).flatMap((words) => words.split(/\s+/));
