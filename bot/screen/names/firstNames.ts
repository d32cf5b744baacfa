const wordsOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** First names that are hardly anything else: one of them alone is somebody. Our own list, of the many people here. */
export const firstNames = wordsOf(`
  aaliyah aaron abbie abdul abdullah abigail abu adam adebayo adele adnan adrian agnes agnieszka ahmed aidan aiden
  aileen aisha aishah ajay akua alan alana alastair albert aleksandra alexander alexandra alfie ali alice alicia alina
  alison alistair amal amanda amara amelia amelie amina aminah amir amit amy ana ananya andre andrea andreea andrei
  andrew angela angus anika anil anita anjali ann anna anne annette annie anthony antonio anya archie arjun arthur
  arun asif ava ayaan ayesha ayo babatunde barbara barry beatrice becky ben benjamin bernadette bernard beth bethany
  beverley bilal bogdan brandon brenda brendan brian bridget bronwyn bryan bukola caitlin callum cameron cara carl carla
  carmen carol caroline carolyn catherine cathy ceri charlene charles charlie chidi chinedu chioma chloe
  chris christina christine christopher ciara ciaran claire clara clare clive colin colleen connie connor conor
  courtney craig cristina cynthia daisy damian damien daniel daniela danielle danny daphne darius darren darryl dave
  david dawid deborah debbie deepak deirdre demi denise dennis derek desmond diana diane dilip dimitri dominic donald
  donna doreen doris dorothy duncan dylan eamonn ebony eddie edith edward edwin efua eileen elaine eleanor elena eli
  elijah elizabeth ella ellen ellie elliot elliott elsie emeka emil emilia emily emma emmanuel eric erica erin ethan
  eugene eva evelyn evie ewa ewan fadi faisal farah farhan fatima fatimah fatma felicity femi fergus finlay finley
  fiona folake frances francesca francis freddie frederick freya gabriel gabriela gail gareth gary gavin gemma geoff
  geoffrey george georgina gerald geraldine gillian giovanni giuseppe gladys glenda glenn gloria gordon graeme graham
  gregory gulsen gurpreet gwen habib hafsa hamza hana hannah haroon harpreet harriet harris harrison harvey
  hasan hassan hayley heather hector helen helena henry hilary hodan hugh hussain hussein ian ibrahim idris ifeoma
  igor imogen imran ines ioana irene iris isaac isabel isabella isabelle isaiah ishaan isla ismail ivan ivy izabela
  jacek jackie jacob jacqueline jade jake jakub jamal james jamie jane janet janice jason jasmin jasmine javed
  jayden jean jeanette jeff jeffrey jenna jennifer jenny jeremy jermaine jerome jess jessica jill jim jimmy joan joann
  joanna joanne joe joel john johnny jonah jonathan josef joseph josephine josh joshua josie joyce juan judith julia
  julian julie kai kamal kamran kareem karen karim karl karolina kasia kate katarzyna katherine kathleen kathryn kathy
  katie kaur kayla kayleigh keiran keith kelly kelvin kenneth kenny kerry kevin khadija khalid kiera kieran kirsty
  kofi krishna krystyna kumar kwame kyle kylie lakshmi latoya laura lauren laurence lawrence layla leah leanne lee
  leila lena leon leonard lesley leslie lewis liam libby lillian linda lindsay lindsey lisa liz logan lola lorna
  lorraine louis louise luca lucas lucia lucy luke lydia lynn lynne lynsey madison maeve magda magdalena mahmoud
  maisie malcolm malik manjit marcus margaret maria mariam marian marie marion marisa marius marjorie marlene
  marsha martha martin martina mary maryam mateusz matilda matthew maureen maurice maximilian megan mehmet
  melanie melissa mia michael michaela michal michelle miguel mike mikhail millie milo miriam miroslav moeen
  mohamed mohammad mohammed moira molly mona monica monika muhammad muriel mustafa myra nadia naeem nancy naomi nasreen
  natalia natalie natasha nathan nathaniel neha neil nell ngozi nia niamh nicholas nicola nicole nigel nikhil nikita
  nikki nina noah noel nora noreen norma nuala oksana olga oliver olivia ollie olivier olu oluwaseun omar oscar osman
  owen pamela parveen patricia patrick patryk paul paula pauline pavel pedro penelope petra philip philippa phillip
  phoebe phyllis piotr pooja poppy priya quentin rachael rachel rafael rahim rahul raj rajesh ralph ramona rania
  rashid raymond razia rebecca reece reggie reuben rhian rhiannon rhys ricardo richard ricky rita robert roberta
  roger rohan roisin ronald ronnie roshni rowena roxanne roy ruby rukhsana rupert russell ruth ryan sabrina sadia
  safiya saima salma sam samantha samina samir samuel sana sandra sanjay sara sarah saoirse scarlett sean sebastian
  selina serena sergei shabana shabnam shane shannon sharon shaun shauna sheila shelley shirley shivani shreya sian
  sienna simon simone sinead siobhan sonia sophia sophie stacey stanley stefan stella stephanie stephen stephen steve
  steven stuart subhash sunil sunita suresh susan susanna suzanne sylvia tahir tamara tania tanya tara tariq tatiana
  taylor ted teresa terence terry thea theo theresa thomas tiffany tim timothy tina toby tomasz tommy tony tracey
  tracy trevor tricia tunde tyler tyrone una usman valerie vanessa vasile veronica vera vicky victor vijay vikram
  vincent vivienne vladimir wanda wayne wendy wesley wiktoria wilfred william winifred winston xavier xin yasmin yasmine
  yetunde yolanda youssef yuki yusuf yvette yvonne zac zachary zahra zainab zak zane zara zeynep zoe zofia zoë zuzanna
`);

/** First names that are words, months or places too: they count only with a surname behind them. */
export const doubtfulNames = wordsOf(`
  alex amber april art ash asha asher ashley asia august aurora autumn basil bailey bill billy blake bradley brad brent brooke
  bruce carter carrie casey chad chase chelsea chester christian clay clayton clifford cole crystal curtis dale dan dallas dawn
  dean devon diamond don drew eden ellis eve faith felix florence frank fred georgia ginger glen grace graham grant gray
  hamilton harley harry hazel heath holly honey hope hunter india iqbal ira isra jack jan jasper jo joy june jordan jude kay ken kent
  kim king kingsley kit lance leigh lily lincoln london luna mark mason max may mercy miles milton mitchell
  morgan nat neville nick norman olive paige paris parker pat patience pearl penny percy peter piers preston prince
  princess ray rich rio river rob robin rod rose rosemary rosie ross rowan sally sandy savannah scott sidney sky summer
  star sue sydney tom travis troy vic victoria violet warren will winter woody
`);
