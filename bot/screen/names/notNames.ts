const wordsOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that begin a sentence or bind one, days and months: capitals mean nothing in them. */
export const plainWords = wordsOf(`
  a about above according actually after again against agreed all allegedly almost along already also although always am an and another any
  anyone are as ask asked at away back be because been before began behind being below between both but by came can
  cannot child children could currently dear did do does down due during each either else even ever every everyone
  few first following for former found from further gave given going got had has have having he hello her here hers hi high him
  his how however i if in into is it its just kind known last late later least left less like little looked looks made
  many may me medically might more most mother much must my near nearly neither never new next no nobody none nor not nothing now of
  off often old on once one only or other our out over own partially past per perhaps please possibly previously probably put quite rather
  read really recently regarding regards said same saw says see seen several shall she should since so some somebody
  someone soon still such than thank thanks that the their them then there these they this those though three through
  thus till to today told tomorrow too took towards two under unless until unknown up upon us usually very via was we
  went were what when where whether which while who whose why will wishes with within without would year years
  yes yesterday yet you young your yours
  mum mummy dad daddy mother father nan nana gran granny grandma grandad grandmother grandfather grandparent grandparents aunt aunty auntie
  uncle brother sister sibling siblings cousin husband wife son daughter twin twins friend friends neighbour neighbours relatives
  table figure note notes item option options page step level column row tick box
  female male minor adult deceased inpatient outpatient anon anonymous sent see
  name names forename firstname lastname surname nickname fullname middlename dob address telephone mobile email postcode gender ethnicity
  monday tuesday wednesday thursday friday saturday sunday january february march june july september
  october november december easter christmas ramadan eid diwali mon tue tues wed thu thurs fri sat sun
`);

/** Words of the work: bodies, roles, law, agreements and what they are about. */
export const fieldWords = wordsOf(`
  academy access accommodation act action actions acute admin adoption adult adults advice advocate agencies agency agreement agreements
  aid allegation allegations ambulance analyst anti application appendix area areas article assessment assessments association at-risk
  authority autism baby barnardo barnardo's bereaved bichard board borough british bureau business calderdale caldicott call camhs care carer carers case cases
  category centre chair chairman charity chief childcare childline children's city class clerk client clinic clinical code
  college combined commissioner committee community compass complaint complaints conference connect consent constabulary constable contextual
  control convention coordinator coroner council councillor county court crime crimestoppers criminal crown cruise cullen customer data dental
  department deputy designated development director directorate disability disabled disclosure disorder district doctor document
  domestic drug drugs duty early education egress emergency encompass employment enforcement england english environment
  equality escalation europe european evidence exploitation external fact families family federation finance fire form forum forums force forces foster foundation
  fraud freedom gang gangs gateway general gmp gov government gp group guardian guidance guide harm head headteacher health healthwatch help helpline hmp
  home homeless homelessness hospice hospital house household housing hub hubs human impact incident independent information infrastructure initial
  inquiry inquiries insight inspector institute insurance integrated intelligence internal international investigation jobcentre joint
  judge justice key laming landlord law lawful lead leader leaver legal legislation level liaison library licensing link list local looked
  magistrate magistrates magistrates' manager management maternity medical member mental met metropolitan midwife midwifery minister ministry missing
  mosque multi multi-agency multi-disciplinary national network nhs night northern notice notification nspcc nurse nursery nursing offence offender offenders office officer
  official ofsted ombudsman operation operational operations order organisation outreach panel parenting parents parliament part partner partners
  partnership patient patients people person personal pharmacist phase plan planning plus police policing policy power preventing prevent primary principal prison
  privacy private probation process programme project property protect protection protocol provider psychiatrist psychologist public pupil
  purpose quality question racial rape record records recovery referral referrals refuge regional register registrar registry religious report
  representative request rescue residential residual resource resources response responsible review rights risk road roads royal rule
  safe safeguarding safer samaritans scheme school schools secondary secretary section secure security senior sergeant serious service services sexual
  shared sharing sheltered sister social society solicitor south special specialist staff stage standards state statement station statutory strategic strategy street
  student substance superintendent supervisor support supported supporting surgeon surgery surveillance suspect system target task teacher team teams
  telephone template tenancy tenant tier trading training transport tribunal troubled trust turning uk unaccompanied union unit united university urgent user vaccine victim victims
  violence visitor voluntary volunteer vulnerable ward warden welfare west western witness witnesses women women's work worker workers
  workforce working world youth zone catholic christian muslim hindu sikh jewish orthodox buddhist methodist anglican east north eastern southern central channel crisis everyone
`);

/** Boroughs, districts, towns and countries that people here write about. */
export const places = wordsOf(`
  afghanistan africa albania ashford aylesford bangladesh barking barnet belfast bexley bexleyheath birmingham brent bristol britain bromley
  camden canterbury cardiff catford chatham chelmsford chelsea china city cliftonville croydon dagenham dartford deal dover ealing edinburgh
  enfield england eritrea essex europe faversham folkestone france georgia germany ghana gillingham glasgow gravesend gravesham greece greenwich
  hackney hammersmith fulham haringey harrow havering herne hillingdon hounslow hythe india iran iraq ireland islington italy jamaica
  jordan kensington kent kenya kingston lambeth leeds lewisham lithuania liverpool london lewes maidstone malling manchester margate medway merton
  morden newham nigeria northfleet norwich oxford pakistan paris peckham poland portugal rainham ramsgate redbridge richmond rochester
  romania romford romney sandwich scotland sevenoaks sheerness sheppey shepway sidcup sittingbourne snodland somalia southwark spain
  stratford strood sudan surrey sussex sutton swale swanley swanscombe sydney syria tenterden thames thamesmead thanet tilbury tonbridge tottenham
  tower hamlets tunbridge turkey twickenham ukraine upon vietnam wales waltham walthamstow wandsworth wembley westminster
  whitstable wimbledon woolwich york
`);

/** What a street or a building is called at its end: “Nelson Mandela House”, “Victoria Station”. */
export const buildingWords = wordsOf(`
  academy avenue building buildings campus castle centre chapel church clinic close college cottage cottages court crescent drive estate
  fields foundation gardens gate green grove hall heath heights hill hospice hospital hotel house inn junction lane line lodge market
  mews mill museum nursery palace parade park place pool primary pub quay rise road row school square stadium station
  street surgery terrace theatre tower trust university view villas walk ward way wharf yard act act's award fund law report rule
`);
