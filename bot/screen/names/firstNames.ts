const wordsOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * First names that are hardly anything else: one of them alone is somebody. Our own list, of the many people here;
 * without accents.
 */
export const firstNames = wordsOf(`
  aaliyah aaron abbi abbie abby abdi abdirahman abdul abdullah abebe abena abi abigail abigayle abiodun abu adam adamu
  adaora addy adebayo adele adeline adeola adina adjoa adnan adrian adrianna afia afua agata agatha agim agnes
  agnieszka agyeman ahmad ahmed aidan aiden aiesha aileen aimee aine aisha aishah aisling aiste aiysha ajay akosua
  akram akua alan alana alanna alannah alastair albert albie alec alecia aled aleena aleesha alejandro alek aleks
  aleksandra alessandro alessia aletta alex alexander alexandra alexandru alexia alexis alfie alfred algernon ali
  alice alicia alicja alimah alina alisha alisia alison alissa alistair allan allie allison ally alun alva alvin
  alyssa amaka amal amanda amara amberley ambrose ameera amelia amelie amie amina aminah amir amira amit amjad amrit
  amrita amy ana anand ananya anastasia anca anders andi andre andrea andreea andrei andrej andrew andriy andrzej
  aneesa aneta anette aneurin angela angelica angelina angelo angharad angie angus anika anil anisa anish anisha anita
  anja anjali ann anna annabel annabelle anne anneka annette annie annika ansel anthea anthony antoinette anton
  antonia antonio antony anwar anya aoife arabella arash arben archibald archie aria ariana arianna arif arjun arlo
  armaan arnold arron artem arthur artur arun arya asad ashanti asher ashleigh ashley ashton asif asiya asma astrid
  aubrey audrey austen ava avery ayaan ayan ayana ayesha ayla ayman ayo ayodele ayse aysha azad aziz babajide
  babatunde bahar bailey balbir baljit balraj barbara barney barry bartosz bashir basir bea beata beatrice becky bella
  ben benedict benjamin benji bereket bernadette bernard bernice bernie bert bertha bertie beryl besnik bessie beth
  bethany bev beverley bex bhavna bibi bilal billy bjorn blerim bob bobbie bobby bogdan bohdan bolanle bonnie borys
  bradley brandon brenda brendan brenna brett brian brianna bridget brody bronte bronwyn brooklyn bryan bryn bryony
  bukola byron cai caitlin caitlyn caleb callum calum cameron camilla candice cara carl carla carlos carmen carol
  carole caroline carolyn carolyne carrie carys cass cassandra cassie catarina cathal catherine cathy catriona
  caz cecil cecilia cecily celeste celia celine ceri cerys chanel chanelle chantal chantelle charleigh charlene
  charles charlie charlotte charmaine chaz chelsey cherie cheryl chiara chidi chinedu chinwe chioma chloe chris
  chrissy christa christie christina christine christopher christos chrystal chukwuemeka cian ciara ciaran cindy
  ciprian claire clara clare claudette claudia clementine cleo clifford clive clodagh colette colin colleen connah
  connie connor conor conrad cora coralie cordelia corey corinne cormac cornelia cornelius cory cosmin costel courtney
  craig cristian cristiano cristina curtis cynthia cyril dafydd daisy dalia damian damien damilola damon dan dana
  danial danica daniel daniela danielle danny danuta daphne darcey daria dario darius dariusz darragh darrell darren
  darrin darryl darya daryl dave davey david davina dawid daz dazza deanna deano deb debbie deborah debra declan deena
  deepak deirdre delia delilah delores delroy delyth demarco demetri demi denisa denise dennis denny denzel derek
  derrick des deshawn desiree desislava desmond dexter dhruv diana diane diarmuid dilip dimitri dina dinah dineth dion
  dionne dipak dmytro dobromir dolores domantas dominic dominik dominika donald donna dora doreen doris dorota dorothy
  dougal dougie douglas dovile dragan drita duane dulcie duncan dwayne dyfan dylan eamonn ebele ebenezer ebere ebony
  ebuka eddie eddy edgar edith edmund edna edward edwin edyta effie efosa efua egidijus egle eileen eilidh eimear
  eirlys elaina elaine eleanor elena eleni eleri elham eli elijah elinor elisa elisabeth elise elisha eliza elizabeth
  elke ella ellen ellie elliot elliott ellis elodie eloise elsie elton elvira elvis elwyn emeka emelia emil emile
  emilia emilie emilio emilis emily emine emir emlyn emma emmanuel emmett emrah emre enid enoch enrique enzo ephraim
  eric erica erik erika erin ernest ernie errol esme esmee esperanza estelle esther ethan ethel etta euan eugene
  eunice eustace eva evan evander evelina evelyn evgeni evie ewa ewan ezekiel ezra fadi fadumo fahad faheem faisal
  faiza faizan farah farhad farhan farida farooq farrah fatema fathima fatih fatima fatimah fatma fatmir fatou faye
  federico felicia felicity felix femi femke fenton ferdinand fergus ferhat fernando feroz fidel fikret filip filomena
  finlay finley finn finnley fiona fitzroy fleur florin folake folasade frances francesca francine francis franco
  francois frankie franz fraser frazer fred freda freddie freddy frederick fredrick freya freyja funmilayo fynn gabby
  gabriel gabriela gabriella gabrielle gaby gail gareth garfield garth gary gavin gavriil gaynor gaz geena geeta gemma
  genevieve geoff geoffrey geoffry georg george georgi georgie georgina georgios gerald geraldine gerard gerry
  gertrude gez ghulam gia gianna gideon gilbert giles gillian gina ginny gintare giorgio giovanni gisele giulia
  giuseppe gladys glenda glenn gloria glyn glynis godfrey golda gordon graeme grainne greg gregory greta gretchen
  griffith grzegorz guadalupe gulnaz gulsen gurpreet gustav gwen gwendoline gwyneth gwynne habib habiba hadi hadiya
  hadley hafsa haider hajra hakan hakeem hal hallie hamed hamid hamish hamza hamzah hana hanif haniya hanna hannah
  hans hardeep hari haris harjit harlan harleigh harold haroon harpreet harriet harris harrison harry haruka harvey
  harvinder hasan hasnain hassan hatice hayden haydn haydon hayley hazem heather hector hedley heidi helen helena hema
  henrietta henrik henry herbert herman hester hetty hibo hilary hilda hina hiroshi hiwot hodan holli hollie homer
  horace hristo hubert hugh hugo humaira humphrey huong husna hussain hussein ian ianto ibrahim ibrar ichiro idris
  ieuan ieva ife ifeoma iffat ifrah ignacy ignatius igor ilaria ileana ilhan ilona ilyas imaan imaani iman imelda
  immanuel imogen imran imtiaz ina indira ines inez inga ingrid ioana iolo iona ionut iqbal irena irene irfan irina
  irma irvin irvine iryna isaac isabel isabell isabella isabelle isadora isaiah isak ishaan ishmael isidore isla
  ismail isobel isra israr issac italo iva ivan ivana ivanka ivor ivy iwona iyana izaak izabela izabella izzy jaan
  jabari jace jacek jack jackie jaclyn jacob jacqueline jacqui jacquie jada jade jaden jaheim jahmal jaida jaiden
  jaime jak jake jakub jamaal jamal jameela jamelia james jameson jamie jamila jane janelle janet janette janice janie
  janina janine janusz jared jarek jaroslaw jarrod jas jasbir jasmin jasmine jason jasper jaspreet jasvinder jaswinder
  javed jaxon jaxson jaya jayanti jayce jaycee jaycie jayda jayden jaydn jayla jayne jayson jazmin jean jeanette jeff
  jeffery jeffrey jelena jemima jemma jenna jennie jennifer jenny jenson jeremiah jeremy jermain jermaine jerome jerry
  jerzy jess jesse jessica jessie jethro jevon jez jia jill jim jimmy jiri jo joachim joan joanie joann joanna joanne
  joaquin jocelyn jodi jodie jody joe joel joey johan johanna johannes john johnny jolanta jolene jon jonah jonas
  jonathan jonathon joni jonny joost jordana jordann jorge jorja jose josef joseph josephine josh joshua josie joss
  jovan joyce juan judah jude judith judy jules julia julian juliana julie juliet juliette julius junaid juned justin
  justina justine justyna kacey kaci kacie kacper kaden kadija kai kaia kaiden kailey kaisha kaitlin kaitlyn kaiya
  kaja kaleb kalpana kalyan kamal kamil kamila kamran kara kareem kareena karen karim karin karishma karl karlo
  karolina karolis karren karthik kasey kash kashif kasia kasim kassandra katarzyna kate katelyn katerina kath
  katharine katherine kathie kathleen kathryn kathryne kathy katia katie katrin katrina katya kaur kaya kaycee kaydee
  kayden kayla kaylah kaylee kayleigh kaylem kayley kayne kayson kazim kazimierz keanu keegan keeley keely kehinde
  keira keiran keisha keith kelechi kellie kelly kelsey kelvin ken kenan kendal kendra kenneth kenny kenzie kerri
  kerrie kerry keshia kev kevin keyaan kez keziah khadija khadijah khalid khalil khurram kian kiana kiara kiera kieran
  kieron killian kim kimberley kimberly kimmy kiran kirk kirsten kirstie kirstin kirsty kitty klaudia klaus koby kodi
  kofi konrad kornelia kosta krasimir kris krish krishna kristen kristian kristie kristin kristina kristine kristof
  kristopher krystal krystian krystyna krzysztof kuba kulwinder kumar kunal kurt kwabena kwadwo kwaku kwame kwasi kyan
  kyle kylie kyra kyran kyrie kyron lacey lachlan laiba laila laimonas lainey lakshmi lamar lana lara larissa larry
  lars latifa latisha latoya laura laurel lauren laurence lauri laurie lavinia lawrence layla layton leah leandra
  leanna leanne lee leela leena leeroy leigh leila leland lena lennie lennon leo leon leona leonard leonie leonora
  leopold leroy lesley leslie leszek leticia leuan levi lewis lexi lexie leyla liam liana liban libbie libby lidia
  liene lila lilah lili lilian lilith lillian lillie lilly lina linas linda lindiwe lindsay lindsey linh linnea linus
  lionel lisa lissa liv livia liviu liz llewellyn lloyd lochlan logan lois lola loren lorenzo loretta lori lorna
  lorraine lottie louis louise lowri loz luana lubna luca lucas lucia lucian lucie lucille lucinda lucjan lucy ludmila
  luigi luis luisa luka lukas lukasz luke lula luther lydia lyla lyndon lyndsay lyndsey lynette lynn lynne lynsey
  lynton lyra mabel macy maddie maddison maddox madison mads maeve magda magdalena magnus maha mahad mahmood mahmoud
  mahnoor mairead maisie maisy maja malachi malachy malaika malcolm malgorzata malgosia malik malin mamadou mandeep
  mandy manfred manisha manjit manoj manpreet mantas manuel mara marcel marcella marcia marcin marco marcos marcus
  marek margaret margarita margery margot marguerite maria mariam marian mariana marianna marianne maribel marie
  mariella marika marilyn marina mario marion marisa marius mariusz marjorie marjory marko marla marlene marlon marnie
  marsha marta marten martha martin martina marty martyn martyna marvin marwa mary marya maryam maryann masood masoud
  massimo mateo mateusz mathew mathilda matilda matt matteo matthew matthias mattie matty maud maude maura maureen
  maurice mauricio mavis maxim maxime maximilian maxine maxwell maya mayowa maz mckayla mckenzie meg megan mehdi
  mehmet mehmood mei mel melanie melissa melvin melvyn meredith merlyn meron mervyn meryl mia micah michael michaela
  michaella michal micheal michele michelle mick mickey miguel mihaela mihai mika mikael mikaela mikayla mike mikey
  mikhail mikolaj mila milan milena milica millie milo milos mimi mindaugas minnie mirela mirella miriam miroslav
  mirza misbah mischa mitch mitchell moeen mohamed mohammad mohammed mohamud mohan mohsen mohsin moin moira molly mona
  monica monika monique montague montel morag morwenna moses moshe muhammad muhammed mukesh mumtaz munir munira murad
  muriel musa mushtaq mustafa mya myles mylo myra myrtle nabeel nabil nabila nadeem nadia nadine nadya naeem naila
  nailah naima naja najma nancy nanette naomi naseem nasir nasra nasreen nasrin nasser nasteho natalia natalie
  nataliya natalya natasha natasza nath nathalie nathan nathanael nathaniel natnael naveed navid navjot nayan nazia
  nazir ndidi neda neelam neesha neha nehal neil nell nelly nerys nessa nesta nettie nevaeh neve neville ngozi nguyen
  nia niall niamh nicholai nicholas nick nickolas nico nicola nicolae nicolas nicole nicoleta nicolette niels nigel
  nigella nihal nikhil nikita nikki niko nikola nikolai nikolas nikos nilesh nils nimco nimra nina nirmala nisha nita
  nkechi nnamdi nneka noah noel noelle noemi nola nolan noman nora norbert noreen norma norman nour nuala nuno nur
  nusrat nyah nyasha nyla oakley oaklynn obinna oisin oksana olabisi oladele olaf oleg oleh oleksandr olena olga olha
  oliver olivia olivier oliwia oliwier ollie olu olufemi olumide oluwaseun oluwaseyi oluwatobi omar omari oona ophelia
  oriana oriel orla osama osas osborne oscar oskar osman osvaldo oswald otis otto oumar owain owen ozan ozgur pablo
  paddy padraig palmira pam pamela pamella paolo parisa parveen pascal patricia patrick patrik patrizia patryk patsy
  patti paul paula paulette paulina pauline paulo pavel pavlo pawel payton pedram pedro peggy penelope percy perry
  petar pete petra peyton phil philbert philip philippa phillip philomena phineas phoebe phuong phyllis pierre pietro
  piotr pippa plamen polly pooja poppy praveen preeti priscilla pritesh priya przemyslaw qasim queenie quentin rab
  rabia rach rachael rachel rachelle radek radoslaw radu raees raegan rafael rafal rafe rafferty rafiq raheem rahim
  rahima rahman rahul raihan raisa raj rajan rajesh rajinder rajni rakesh ralf ralph raman ramesh ramiro ramona ramsey
  randall randolph rania ranjit raphael raquel rasheed rashid rashida rasool ravi ravinder raya rayan rayhan raymond
  raymund rayna raz razak razia reagan reba rebecca rebekah reda reece reem reema reena reese regan reggie reginald
  rehan rehana remi renata rene renee reshma reuben reyansh reza rhea rhett rhi rhia rhian rhiannon rhoda rhona rhonda
  rhydian rhys riaz ricardo richard ricky rico rihanna rika rikki riley rina riona risha rishi rita ritchie ritu riya
  rizwan roan robbie robbo robert roberta roberto robina robyn rocco rochelle roderick rodney rodrigo roger rohan
  rohit roisin rojin roksana roland rolf romaine romeo romesh romy ron rona ronald ronaldo ronan ronnie rory rosa
  rosalie rosalind rosaline rosalyn rosamund rosanna roseann roseanne roselyn rosetta roshni rosie rosita rowena
  roxana roxanne roy ruairi ruairidh ruaridh ruben rubie rubina ruby rudi rudolf rudy rufus rui rukhsana rumaysa
  rupert rupinder ruqayyah rushda ruslan russ russell rustam ruta ruth ryan ryker rylan rylee ryley saad saanvi saba
  sabah saber sabina sabrina sachin sadia sadie sadiq saeed saeeda safa safiya safiyah safwan sagal sahar sahil sahra
  saif saima saira sajid sajida sakina saleem saleha salim sally sallyann salma sam samantha samara sameer sami samia
  samina samir samira sammi sammie sammy samra samson samuel samuele sana sandeep sandhya sandie sandra sandro sangita
  sania sanjay sanna santiago santino saoirse saqib sara sarah sarai sarina sascha sasha saskia satnam satpal
  satwinder saul savanna scarlett scott seamus sean sebastian sebastien seema seeta selam selim selina selma serena
  serge sergei sergio serkan seth sevda shaan shabana shabir shabnam shadia shae shafiq shaheen shahid shahnaz shaikh
  shaima shaista shakeel shakila shakira shamim shamima shamsa shana shanae shanaya shane shanelle shani shania
  shanice shanika shaniqua shanita shannen shannon shantel shanti shaquille sharafat shari sharif sharlene sharmaine
  sharna sharon sharron shaun shauna shawn shayla shaylee shayna shayne shaz shazia sheena sheila shel shelagh shelby
  sheldon shelia shelley shelly sheree sherri sherry sheryl shilpa shiraz shirin shirley shiva shivani shola shona
  shreeya shreya shuaib shyam shyla sian siddharth sidney sidra sienna sigrid silas silvia silvio simeon simon simona
  simone simran sinan sindy sinead siobahn siobhan sion sioned skye skyla skylar slawomir sofia sofie sohail soheila
  somaya sonal sonia sonja sonny sonya soph sophia sophie soraya sorcha sorin spyros stacey stacie stacy stanislav
  stanislaw stanley stefan stefania stefano steffan stella steph stephan stephanie stephany stephen steve steven
  stevie stewart stu stuart subhash sufyan suhail sukhdeep sukhvinder suki suleiman sultana sumaira sumaya sunil
  sunita suraj suresh suresha susan susanna susie suzan suzanna suzanne suzette suzi suzie sven svetlana svitlana syed
  sylvester sylvia sylvie syra szymon tabitha tadeusz taha tahir tahira tahlia tahmina taiwo tajinder talha talia
  taliah talya tamar tamara tamas tamika tamsin tanaka tania tanisha tanveer tanvi tanya tara tariq tariro taryn tash
  tasha tasneem tatiana tatum tayla taylah tayler taylor tayo tayyab teagan ted teddy tegan tehmina temitope teodor
  terence teresa teri terrell terrence terri terry tesfaye tess tessa tetyana tez thaddeus thalia thandeka thandi thea
  thelma theo theodora theodore theresa therese thierry thom thomas thora tiago tiana tianna tiegan tiffany tilda
  tilly tim timmy timothy timur tina tinashe tisha titus tobiah tobias tobie toby todd tom tomas tomasz tommy tomos
  toni tony tonya torben torin tracey tracy trang travis trevor tricia trina trish trisha tristan tristram trixie troy
  trudie trudy tsvetelina tuan tulisa tunde tyler tyra tyreese tyrell tyrese tyron tyrone tyson ubaid uchenna ugne
  umair umar umer umut una unathi ursula usman uzma uzoma vadim vaibhav valentina valentino valentyna valerie valon
  vanda vanessa vanya varun vasile vasilis vasyl vaughan veena venetia vera verna vernon veronica vesna vicky victor
  vijay vikki vikram viktor viktoria vilma vinay vincent vincenzo vinnie vinod violeta viorel viorica virgil vishal
  vito vittoria viv vivek vivian vivien vivienne vlad vladimir vytautas wahid wajid waleed walter wanda wanjiru waqar
  waqas warsame wasim wayne wendy weronika wes wesley wiktoria wilbur wilf wilfred wilhelm wilhelmina willa willem
  william wilma winifred winston wojciech wunmi wyatt wyn xander xanthe xavier xenia xiao xin xiu yael yahya yana
  yanis yannick yara yared yaseen yasin yasir yasmin yasmine yasser yaw yelena yetunde yevgeny yewande ying yolanda
  yolande yonas yorick yosef youlia younis youssef yuki yulia yuliya yuri yuriy yusra yusuf yuvraj yves yvette yvonne
  zaara zac zach zachary zack zahid zahida zahra zahraa zaid zaiden zaina zainab zainul zak zakariya zakir zana zander
  zane zaneta zara zayd zayden zayn zaynab zbigniew zeb zebedee zeenat zeeshan zehra zeinab zelda zena zenon zeshan
  zeynep zhanna ziad zita ziva zlatan zoe zoey zofia zohaib zohra zola zoran zoya zsofia zubair zuhair zulfiqar
  zunaira zuri zuzanna zygmunt
`);

/** First names that are words, months or places too: they count only with a surname behind them. */
export const doubtfulNames = wordsOf(`
  ade alexa allen ama amber april art ash asha asia august aurora autumn axel basil bess bill blake blanche blessing
  brad brent brooke bruce carmel carter chad chase chelsea cherry chester christian clay clayton clement cole
  constance coral crystal dale dallas dawn dean dee devon diamond don drew ed eden esi eve faith flora florence frank
  franklin gene georgia ginger glen grace graham grant gray gus guy hamilton harley harper hazel heath holly honey
  honor hope howard hunter ida india ira iris jackson jan jordan joy june kay kent king kingsley kit lance lily
  lincoln ling london lou lourdes luna mac mackenzie mae mark mason max may melody mercy miles milton minh morgan
  murray nana nat nelson olive paige paris parker pat patience pearl penny peter piers precious preston prince
  princess ray reed regina reid rich rio river rob robin rod roma roman rose rosemary ross rowan sandy savannah sky
  solomon spencer stan star sue summer sydney trent val vic victoria viola violet virginia wallace warren warwick wei
  will wilson winter woody
`);

/** Of the first names, those that are words too when they are written small: “a jean jacket”, “to harry a tenant”. */
export const smallWords = wordsOf(`
  abu alma ally amber angel ali ana art ash ben bob bonnie brandy carol carmen carly charlie chris christian colin connie daisy dale demi denim
  dixie dora ed fay finn fleur fletcher gale gem gemma gene glen guy hadi hal harry hazel holly homer iris isa ivy jack jade jasmine jean
  jerry jess jimmy john josh juan juliet kelly kirk lana lance laurel lee leo lila lily lola lori lottie lotus lucia major
  mal marina mark marina martin mary matt mads max meg mel mia mike mika mila miles mona myrtle nan nell nick nina noel nola norma
  olive oscar otto paddy pam pat peg penny perry pippa polly poppy ray reggie rex rick rita rob robin roger rosa rosie
  ruby ruth sally sam sandy sari sasha shane shaun sienna sierra sofia stan sterling sue sunny tara ted teddy terry
  tiffany tim toby tod tom tommy tony tor troy una van vera victor violet wade wally warren will wren zac zen
`);
