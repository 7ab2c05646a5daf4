package ingest

import (
	"slices"
	"strings"
	"testing"

	"mandate/graph"
)

// said shows the statements of a text as "actor | deontic | force | aim |
// object", with a minus behind those that deny.
func said(t *testing.T, text string) []string {
	t.Helper()
	r, err := pipeline(t).Read(t.Context(), FromText("text.txt", "", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
	var out []string
	for _, s := range r.Statements {
		line := strings.Join([]string{r.Actor(s.Actor).Label, s.Deontic, string(s.Force), s.Aim, s.Object}, " | ")
		if s.Polarity == graph.Negative {
			line += " | -"
		}
		out = append(out, line)
	}
	return out
}

// wording is a text and what is said in it.
type wording struct {
	name, text string
	want       []string
}

func testWordings(t *testing.T, tests []wording) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := said(t, tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(tt.want, "\n  "))
			}
		})
	}
}

func TestFarCoordinations(t *testing.T) {
	testWordings(t, []wording{
		{"a verb behind a gerund", "Captains shall avoid anchoring on the reef and desist from night fishing.", []string{
			"Captains | shall | obligation | avoid | anchoring on the reef",
			"Captains | shall | obligation | desist | night fishing"}},
		{"a verb behind a gerund of another", "Owners must stop dumping sludge near the beach and remove the wrecks.", []string{
			"Owners | must | obligation | stop | dumping sludge",
			"Owners | must | obligation | remove | the wrecks"}},
		{"two verbs behind a clause put in", "The Council demands that all crews halt the trawling of reefs, which harms them, cease and desist from night fishing, and report each catch.", []string{
			"Council |  | stance | demand | that all crews halt the trawling of reefs",
			"Crews | demands that | obligation | halt | the trawling of reefs",
			"Crews | demands that | obligation | cease | ",
			"Crews | demands that | obligation | desist | night fishing",
			"Crews | demands that | obligation | report | each catch"}},
		{"a third act of stance", "The Forum notes that the reefs will continue to shrink, welcomes in this regard the Tide Compact, and stresses that all ports shall publish their data.", []string{
			"Forum |  | stance | note | that the reefs will continue to shrink",
			"Forum |  | stance | welcome | ",
			"Forum |  | stance | stress | that all ports shall publish their data",
			"Ports | shall | obligation | publish | their data"}},
		{"an infinitive behind a purpose, a second request", "The Assembly urges all ports to pay dues to help the poor islands, and to share their charts, and further urges all banks, mindful of their means, to support the islands.", []string{
			"Assembly |  | stance | urge | all ports",
			"Ports | is urged to | recommendation | pay | dues",
			"Ports | is urged to | recommendation | share | their charts",
			"Assembly |  | stance | urge | all banks, mindful of their means",
			"Banks | is urged to | recommendation | support | the islands"}},
		{"a stance behind a relative clause", "We oppose tariffs that hurt small islands, and call upon all traders to lift them.", []string{
			"We |  | stance | oppose | tariffs | -",
			"We |  | stance | call | all traders",
			"Traders | is called upon to | recommendation | lift | them"}},
		{"a predicate and a verb", "The chair should be a retired judge and hold no other office.", []string{
			"Chair | should | recommendation | be | a retired judge",
			"Chair | should | recommendation | hold | no other office"}},
		{"a predicate and another verb", "The clerk must be a resident and speak both languages.", []string{
			"Clerks | must | obligation | be | a resident",
			"Clerks | must | obligation | speak | both languages"}},
		{"a noun that must be a verb", "The agency shall keep a list of the boats, where possible including photographs; and publish, where necessary, the list of owners.", []string{
			"Agency | shall | obligation | keep | a list of the boats",
			"Agency | shall | obligation | publish | the list of owners"}},
		{"a relative clause without its pronoun", "The Ministry shall publish the list of reports it receives.", []string{
			"Ministry | shall | obligation | publish | the list of reports"}},
		{"who is helped", "The Board will train staff, help villages build dams, and finance pumps.", []string{
			"Board | will | commitment | train | staff",
			"Board | will | commitment | help | villages"}},
		{"a modal far from its verb", "The Minister may by order, made after a hearing, close the port.", []string{
			"Minister | may | permission | close | the port"}},
		{"a modal and two phrases", "The Registrar may from time to time, after consulting the Board, vary the fees.", []string{
			"Registrar | may | permission | vary | the fees"}},
		{"power on a condition", "An officer has authority, upon showing a warrant, to board any vessel.", []string{
			"Officers | has authority to | permission | board | any vessel"}},
		{"a heavy addressee", "The Council expects producers and all those under their control to follow this guide and keep records.", []string{
			"Council |  | stance | expect | producers and all those",
			"Producers | is expected to | recommendation | follow | this guide",
			"Producers | is expected to | recommendation | keep | records"}},
		{"a participle behind a verb", "Suppliers shall not sell, lend or export banned toxic products.", []string{
			"Suppliers | shall not | prohibition | sell | banned toxic products | -",
			"Suppliers | shall not | prohibition | lend | banned toxic products | -",
			"Suppliers | shall not | prohibition | export | banned toxic products | -"}},
		{"participles are no verbs of a modal", "Member States may exempt from the fee referred to in rule 3 villages with few inhabitants or schools referred to in rule 4.", []string{
			"Member States | may | permission | exempt | the fee"}},
		{"a person is no verb", "The keeper may not release to anyone other than the owner or employer the contents of a chest.", []string{
			"Keepers | may not | prohibition | release | anyone other | -"}},
		{"a purpose alone", "The Fund shall hire divers to map the reef, and to count the wrecks.", []string{
			"Fund | shall | obligation | hire | divers"}},
		{"a subject behind things named in front", "Given the level of risk for, in particular, the reef and the bay, Member States may close a port.", []string{
			"Member States | may | permission | close | a port"}},
		{"a gerund that the parser made modify its object", "We commit to publishing national plans by 2027 and to reviewing them every two years.", []string{
			"We | commit to | commitment | publish | national plans",
			"We | commit to | commitment | review | them"}},
		{"a task in the active voice", "The Assembly tasks the Secretariat with preparing a report.", []string{
			"Assembly |  | stance | task | the Secretariat",
			"Secretariat | is tasked with | obligation | prepare | a report"}},
	})
}

func TestWhoIsToActInOtherWords(t *testing.T) {
	testWordings(t, []wording{
		{"in particular", "All parties, in particular the port authorities, shall allow passage.", []string{
			"All parties | shall | obligation | allow | passage",
			"Port authorities | shall | obligation | allow | passage"}},
		{"especially", "Operators, especially ferry companies, must train their crews.", []string{
			"Operators | must | obligation | train | their crews",
			"Ferry companies | must | obligation | train | their crews"}},
		{"notably", "Members, notably Norway, should contribute more.", []string{
			"Members | should | recommendation | contribute | more",
			"Norway | should | recommendation | contribute | more"}},
		{"what is singled out of things", "Operators shall clean all tanks, in particular those for oil.", []string{
			"Operators | shall | obligation | clean | all tanks"}},
		{"which may", "The Board shall refer the matter to the Ethics Panel, which may appoint an expert.", []string{
			"Board | shall | obligation | refer | the matter",
			"Ethics Panel | may | permission | appoint | an expert"}},
		{"which does what comes next", "Residents shall notify the Water Board, which inspects the well within a week.", []string{
			"Residents | shall | obligation | notify | the Water Board",
			"Water Board |  | obligation | inspect | "}},
		{"who shall, behind a title", "The captain must report the wreck to the Director of Marine Safety, who shall decide within a day.", []string{
			"Captains | must | obligation | report | the wreck",
			"Director of Marine Safety | shall | obligation | decide | "}},
		{"undertake under a modal", "Operators shall undertake to repair all leaks.", []string{
			"Operators | shall undertake to | obligation | repair | all leaks"}},
		{"under an obligation", "Trustees are under an obligation to publish the accounts.", []string{
			"Trustees | are under an obligation to | obligation | publish | the accounts"}},
		{"under a duty", "The master is under a duty to help swimmers and to report wrecks.", []string{
			"Masters | is under a duty to | obligation | help | swimmers",
			"Masters | is under a duty to | obligation | report | wrecks"}},
		{"can as a permission", "The Authority can revoke a licence and is entitled to inspect any boat.", []string{
			"Authority | can | permission | revoke | a licence",
			"Authority | is entitled to | permission | inspect | any boat"}},
		{"can as an ability", "People can swim in the bay.", nil},
		{"what we do not do", "We do not accept gifts from suppliers and do not lend boats.", []string{
			"We |  | stance | accept | gifts | -",
			"We |  | stance | lend | boats | -"}},
		{"what we do not know", "We do not know the depth of the bay.", nil},
		{"refraining", "Suppliers refrain from using banned nets.", []string{
			"Suppliers |  | stance | refrain | using banned nets"}},
		{"ensure that others act", "Member States shall ensure that operators keep logs and train their crews.", []string{
			"Member States | shall | obligation | ensure | that operators keep logs",
			"Operators | shall ensure that | obligation | keep | logs",
			"Operators | shall ensure that | obligation | train | their crews"}},
		{"should ensure", "The Ministry should ensure that schools teach swimming.", []string{
			"Ministry | should | recommendation | ensure | that schools teach swimming",
			"Schools | should ensure that | recommendation | teach | swimming"}},
		{"ensure what happens", "Member States shall ensure that the log is kept.", []string{
			"Member States | shall | obligation | ensure | that the log is kept"}},
		{"ensure what is", "The Board shall ensure that operators are solvent.", []string{
			"Board | shall | obligation | ensure | that operators are solvent"}},
		{"ensure what others can do", "The Board shall ensure that fishers can moor at night.", []string{
			"Board | shall | obligation | ensure | that fishers can moor"}},
		{"ensure, a list", "The Council shall ensure that the port authorities:\n(a) publish their fees;\n(b) promptly answer complaints; and\n(c) keep a register.", []string{
			"Council | shall | obligation | ensure | that the port authorities",
			"Port authorities | shall ensure that | obligation | publish | their fees",
			"Port authorities | shall ensure that | obligation | answer | complaints",
			"Port authorities | shall ensure that | obligation | keep | a register"}},
		{"persons that, a list", "The Council shall lay down penalties for persons that:\n(a) hinder an inspection;\n(b) forge a log.", []string{
			"Council | shall | obligation | lay | penalties for persons"}},
		{"in the form of, a list", "The Council shall prohibit any retaliation in the form of:\n(a) dismissal;\n(b) demotion or transfer.", []string{
			"Council | shall | obligation | prohibit | any retaliation"}},
		{"functions shall include", "The functions of National Port Contact Points shall include:\n(a) sending warnings to captains; and\n(b) keeping a list of wrecks.", []string{
			"National Port Contact Points |  | obligation | send | warnings",
			"National Port Contact Points |  | obligation | keep | a list of wrecks"}},
		{"they behind a list", "Our pilots and porters must:\n• wear a badge;\n• carry a map; and\n• report any accidents or concerns to a warden.\nThey must not share their keys.", []string{
			"Pilots | must | obligation | wear | a badge",
			"Porters | must | obligation | wear | a badge",
			"Pilots | must | obligation | carry | a map",
			"Porters | must | obligation | carry | a map",
			"Pilots | must | obligation | report | any accidents or concerns",
			"Porters | must | obligation | report | any accidents or concerns",
			"Pilots | must not | prohibition | share | their keys | -",
			"Porters | must not | prohibition | share | their keys | -"}},
		{"notified of a decision", "Member States shall notify the Commission of any decision. The Commission shall publish it.", []string{
			"Member States | shall | obligation | notify | the Commission",
			"Commission | shall | obligation | publish | it"}},
		{"the office of an office", "The Governor's Office of Water shall map the wells.", []string{
			"Governor's Office of Water | shall | obligation | map | the wells"}},
		{"an acronym of a role", "Harbour safety managers (HSMs) must pass a test. The HSM may stop any boat.", []string{
			"Harbour safety managers | must | obligation | pass | a test",
			"Harbour safety managers | may | permission | stop | any boat"}},
		{"a policy", "It is the policy of the city to:\n• favour trams over cars; and\n• plant trees.", []string{
			"City | It is the policy of | commitment | favour | trams",
			"City | It is the policy of | commitment | plant | trees"}},
		{"a numbered paragraph under a heading", "Article 4 Responsible authorities\n\n1. Each State Party shall name a focal point.\n2. States Parties shall provide the Secretariat with its address.", []string{
			"States Parties | shall | obligation | name | a focal point",
			"States Parties | shall | obligation | provide | the Secretariat"}},
		{"stewards", "The data steward may refuse a request.", []string{
			"Data stewards | may | permission | refuse | a request"}},
	})
}

func TestQuotedProvisionsAreOfWhoIsQuoted(t *testing.T) {
	testWordings(t, []wording{
		{"a provision that requires", "Section 3 requires that operators keep logs.", []string{
			"Operators | requires that | obligation | keep | logs"}},
		{"a provision that a stance recalls", "The Council recalls that rule 3 requires that operators keep logs.", []string{
			"Council |  | stance | recall | that rule 3 requires that operators keep logs",
			"Operators | requires that | obligation | keep | logs"}},
		{"a provision in quotation marks", "Article 5 of the Tide Treaty provides that \"Members shall protect the reefs\".", []string{
			"Members | shall | obligation | protect | the reefs"}},
		{"what a minister says of his own", "The Minister stated: \"We will build ten piers.\"", []string{
			"Minister | will | commitment | build | ten piers"}},
		{"what is said around the speaker", "\"We shall not rest,\" the President said, \"until every child can swim.\"", []string{
			"President | shall not | prohibition | rest |  | -"}},
		{"as somebody put it", "As the Mayor put it, \"we must plant trees\".", []string{
			"Mayor | must | obligation | plant | trees"}},
		{"in the words of", "In the words of the Union, \"we shall share our charts\".", []string{
			"Union | shall | obligation | share | our charts"}},
		{"we, unquoted", "We will build ten piers, the Minister said.", []string{
			"We | will | commitment | build | ten piers"}},
		{"an institution quoted without a name", "The leaflet says: \"We will answer within a day.\"", []string{
			"We | will | commitment | answer | "}},
		{"others, quoted", "The petition says that \"councils should ban trawling\".", []string{
			"Councils | should | recommendation | ban | trawling"}},
		{"a citation in brackets", "The Assembly, quoting section 12 (\"the operator shall keep a log\"), asked for reports.", []string{
			"Operators | shall | obligation | keep | a log"}},
		{"a change of words", "In section 4, for \"the Secretary of State may\" substitute \"the Welsh Ministers must\".", nil},
		{"an insertion", "In rule 2, after \"the Board shall\" insert \"within ten days\".", nil},
		{"a replacement", "The words \"the Minister may direct\" are replaced by \"the Authority shall direct\".", nil},
		{"quotation marks around a term", "The operator shall \"log\" every catch.", []string{
			"Operators | shall | obligation | log | every catch"}},
		{"prohibits from", "Rule 14 prohibits operators from discharging oil.", []string{
			"Operators | is prohibited from | prohibition | discharge | oil | -"}},
		{"bars from, twice", "The Code bars members from voting by proxy and from lending their card.", []string{
			"Members | is barred from | prohibition | vote |  | -",
			"Members | is barred from | prohibition | lend | their card | -"}},
		{"obliges a name of two nouns", "The Convention obliges States Parties to submit reports.", []string{
			"States Parties | is obliged to | obligation | submit | reports"}},
		{"a report of the past", "The earlier rules required skippers to keep logs.", nil},
	})
}

func TestDutiesLeftToNouns(t *testing.T) {
	testWordings(t, []wording{
		{"whose strategy it is", "The Government's strategy has two goals: to treble exports and to halve emissions.", []string{
			"Government |  | goal | treble | exports",
			"Government |  | goal | halve | emissions"}},
		{"whose strategy it is, with more", "The plan of the Tide Union has three aims: to cut waste, to protect seals, and to train divers.", []string{
			"Tide Union |  | goal | cut | waste",
			"Tide Union |  | goal | protect | seals",
			"Tide Union |  | goal | train | divers"}},
		{"a strategy of nobody", "The strategy has two aims: to cut waste and to train divers.", nil},
		{"a list that announces nothing", "The council met two pilots: to train them and to warn them.", nil},
		{"regions", "The regions shall adopt plans of their own.", []string{
			"Regions | shall | obligation | adopt | plans of their own"}},
		{"regions and others", "Regions and provinces should appoint a coordinator.", []string{
			"Regions | should | recommendation | appoint | a coordinator",
			"Provinces | should | recommendation | appoint | a coordinator"}},
		{"regions, in which", "The agency shall build schools in all regions.", []string{
			"Agency | shall | obligation | build | schools"}},
		{"regions, of which", "The region shall be declared a reserve.", []string{
			"unassigned | shall | obligation | declare | The region"}},
		{"a line of business", "The dairy sector needs to invest in cooling and must report its emissions.", []string{
			"Dairy sector | needs to | obligation | invest | cooling",
			"Dairy sector | must | obligation | report | its emissions"}},
		{"a line of business that grows", "The dairy sector needs to grow.", nil},
		{"an office of two", "The Comptroller and Auditor General shall audit the accounts.", []string{
			"Comptroller and Auditor General | shall | obligation | audit | the accounts"}},
		{"who makes waste", "Large food generators and hotels are prohibited from disposing of food in landfill.", []string{
			"Large food generators | are prohibited from | prohibition | dispose | food | -",
			"Hotels | are prohibited from | prohibition | dispose | food | -"}},
		{"who makes waste, split by the parser", "Large waste generators must register with the city.", []string{
			"Large waste generators | must | obligation | register | the city"}},
		{"a machine", "The generator must start within a minute.", nil},
		{"accountability lies with", "Accountability for delivery lies with each department.", []string{
			"Departments | Accountability for | obligation | deliver | "}},
		{"a power vested in", "The power to grant exemptions is vested in the Minister.", []string{
			"Minister | power | permission | grant | exemptions"}},
		{"a power that rests with", "The power to appoint inspectors rests with the Board.", []string{
			"Board | power | permission | appoint | inspectors"}},
		{"the responsibility of", "Oversight of the programme is the responsibility of the Audit Committee.", []string{
			"Audit Committee | responsibility | obligation | oversee | the programme"}},
		{"the duty of, a gerund", "Keeping the register is the duty of the clerk.", []string{
			"Clerks | duty | obligation | keep | the register"}},
		{"the onus", "The onus is on the applicant to prove residence.", []string{
			"Applicants | onus | obligation | prove | residence"}},
		{"a task that falls on", "The task of drafting the budget falls on the Treasurer.", []string{
			"Treasurer | task | obligation | draft | the budget"}},
		{"assigned to", "Responsibility for the maintenance of the dykes is assigned to the water boards.", []string{
			"Water boards | Responsibility for | obligation | maintain | the dykes"}},
		{"a power described", "The power of the Minister has been criticised.", nil},
		{"they of one person", "If the delegate is not the chair, they must report to the Board.", []string{
			"Delegates | must | obligation | report | the Board"}},
		{"they of many", "Operators shall help the Minister. They must keep a log.", []string{
			"Operators | shall | obligation | help | the Minister",
			"Operators | must | obligation | keep | a log"}},
		{"they behind one and many", "The Minister shall consult operators. They shall reply within a week.", []string{
			"Minister | shall | obligation | consult | operators",
			"Operators | shall | obligation | reply | "}},
		{"an acronym of a body", "Ferry Service Providers (FSPs) publish their fares. FSPs may not sell tickets at night.", []string{
			"Ferry Service Providers | may not | prohibition | sell | tickets | -"}},
		{"a department by its field", "Planning\n\nPlanning shall review each application within ten days.\n\nPurchasing\n\nPurchasing must approve all contracts.", []string{
			"Planning | shall | obligation | review | each application",
			"Purchasing | must | obligation | approve | all contracts"}},
		{"a field that is no department", "Planning shall be done with care.", []string{
			"unassigned | shall | obligation | do | Planning"}},
	})
}

func TestItemsWithinASentence(t *testing.T) {
	testWordings(t, []wording{
		{"items within the sentence", "To this end, each Contracting Party shall (a) adopt limits on waste, (b) license all drains, and (c) test the water.", []string{
			"Contracting Parties | shall | obligation | adopt | limits",
			"Contracting Parties | shall | obligation | license | all drains",
			"Contracting Parties | shall | obligation | test | the water"}},
		{"items of numbers", "The Board may: (1) set a fee; (2) waive it in hard cases; and (3) publish the list.", []string{
			"Board | may | permission | set | a fee",
			"Board | may | permission | waive | it",
			"Board | may | permission | publish | the list"}},
		{"Roman items", "The operator must (i) train the crew and (ii) keep a log.", []string{
			"Operators | must | obligation | train | the crew",
			"Operators | must | obligation | keep | a log"}},
		{"a letter that counts nothing", "The operator shall follow rule 4 (a) and rule 5 (b) of the Code.", []string{
			"Operators | shall | obligation | follow | rule 4 (a) and rule 5 (b) of the Code"}},
	})
}
