import type { NameList } from './name-list.ts';

/** Common given and family names of English-speaking countries, and those of others as they are written there. */
export const ENGLISH_NAMES: NameList = {
  names: `
    aaron abigail adam adrian agnes aidan aileen aisha alan albert alex alexander alexandra alfred alice alison alistair
    amanda amber amelia amy andrea andrew angela angus anita ann anna anne annie anthony antonia archie arthur ashley
    audrey barbara barry beatrice ben benjamin bernadette bernard beth bethany betty beverley brenda brendan brian bridget
    bruce callum cameron carl carlos carol caroline catherine cathy cecilia charles charlotte chris christian christina
    christine christopher claire clare claudia clive colin connor craig cynthia dan daniel daniela danielle darren dave
    david deborah debbie declan denise dennis derek diana diane dominic donald donna dorothy douglas duncan edith edward
    edwin eileen elaine eleanor elena elizabeth ella ellen ellie elsie emily emma eric erica ethan eugene eva evelyn fiona
    frances francesca francis frederick gareth gary gavin gemma geoffrey george gerald geraldine gillian
    gordon graham greg gregory gwen hamish hannah harold harriet harry hayley heather helen henry hilary howard hugh ian
    imogen irene iris isaac isabel isabella isla ivan jacob jacqueline jake james jamie jan jane janet janice jason jean
    jeffrey jennifer jenny jeremy jessica jill jim joan joanna joanne joe joel john jonathan joseph josephine
    joshua joyce juan judith judy julia julian julie june justin karen kate katherine kathleen kathryn katie keith kelly
    kenneth kerry kevin kieran kimberly kirsten kyle laura lauren laurence leah leanne leonard lesley leslie lewis liam
    lillian linda lindsay lisa liz lorraine louis louise lucas lucy luke lydia lynn madeleine malcolm margaret maria marian
    marie marilyn marion marjorie martha martin martyn mary matthew maureen maxine megan melanie melissa michael michelle
    mike mildred miriam mohammed mohamed molly monica muhammad nancy naomi natalie natasha nathan neil nicholas nicola
    nicole nigel noah noreen norma norman olivia oliver oscar owen pamela patricia patrick paul paula pauline peter philip
    phillip phoebe phyllis priya rachael rachel ralph raymond rebecca rhys richard rita rob robert roberta robin rodney
    roger roland ronald rosemary rosie ross roy russell ruth ryan sally sam samantha samuel sandra sarah sara scott sean
    sebastian shane sharon sheila shirley simon siobhan sophia sophie stacey stanley stella stephanie stephen steven stuart
    susan suzanne sylvia tara teresa terence theodore theresa thomas timothy tina toby tom tony tracy trevor valerie
    vanessa vera veronica victor vincent vivian walter wendy wilfred william winifred yvonne zachary zoe
    adams ahmed allen andersen anderson atkinson bailey barnes bennett brooks butler campbell chapman clarke collins cooke
    cooper davies davis dawson dixon edwards ellis evans fletcher foster fraser garcia gibson gonzalez graham griffiths
    hamilton harris harrison harvey henderson hernandez hill hopkins hughes hussain jackson jenkins johnson johnston jones
    kennedy khan kowalski kumar lawson lopez macdonald marshall martinez mcdonald mcgregor mckenzie miller mitchell moore
    morgan morris morrison murphy murray nowak obrien okafor okonkwo palmer parker patel pearson perez phillips powell
    reid reynolds richards richardson roberts robertson robinson rodriguez rogers sanchez sanders saunders sharma shaw
    simpson singh smith stevens stewart sullivan taylor thompson thomson turner walker wallace walsh watson watts webb
    wilkinson williams williamson wilson wright`,
  wordlike: `
    florence georgia jordan victoria april art august autumn baker barber bell berry bishop bill black bond booth brown bush carpenter carter charity chase
    chance christmas church clay clerk cook crystal daisy dale dawn day dean dean dick drew duke earl faith fern field
    fisher flint flora ford forest fox frank gene glen glenn gloria gold grace grant gray green guy hall harper hart hazel
    heath holly hope hunt hunter ivy jack jade jasmine jay joy judge king knight law lane lee lily little long lord love
    major marina mark marsh mason matt max may mercy mill miles moss myrtle nick nurse olive page pat patience penny pearl
    poppy porter pound price ray reed rich rob rose ruby rush rusty sandy savage sharp sky smart spring star stone storm
    sue summer sunny ted terry tim trinity trust underwood violet virginia wade ward way weaver wells west white will wise
    wood woods young`,
  titles: 'dr doctor mr mrs ms miss mx prof professor sir nurse sister midwife matron consultant physio receptionist',
};
