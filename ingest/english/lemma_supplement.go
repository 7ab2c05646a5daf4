package english

import "strings"

// irregular lists verbs whose past forms follow no rule: lemma, past tense and
// past participle, alternatives joined by a slash. The treebank holds the
// frequent ones; these make sure of the rest.
const irregular = `
abide abode/abided abided
arise arose arisen
awake awoke awoken
bear bore borne/born
beat beat beaten
become became become
befall befell befallen
beget begot begotten
begin began begun
behold beheld beheld
bend bent bent
beset beset beset
bet bet bet
bid bid/bade bid/bidden
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast broadcast
build built built
burn burnt/burned burnt/burned
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
dream dreamt/dreamed dreamt/dreamed
drink drank drunk
drive drove driven
dwell dwelt dwelt
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fling flung flung
fly flew flown
forbear forbore forborne
forbid forbade forbidden
forecast forecast forecast
foresee foresaw foreseen
foretell foretold foretold
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
forsake forsook forsaken
freeze froze frozen
get got got/gotten
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
kneel knelt knelt
know knew known
lay laid laid
lead led led
leap leapt leapt
learn learnt/learned learnt/learned
leave left left
lend lent lent
let let let
lie lay lain
light lit lit
lose lost lost
make made made
mean meant meant
meet met met
mislead misled misled
mistake mistook mistaken
misunderstand misunderstood misunderstood
outdo outdid outdone
overcome overcame overcome
override overrode overridden
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
partake partook partaken
pay paid paid
prove proved proven/proved
put put put
quit quit quit
read read read
rebuild rebuilt rebuilt
rend rent rent
repay repaid repaid
reset reset reset
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
slay slew slain
sleep slept slept
slide slid slid
smell smelt smelt
sow sowed sown
speak spoke spoken
speed sped sped
spell spelt/spelled spelt/spelled
spend spent spent
spill spilt/spilled spilt/spilled
spin spun spun
split split split
spoil spoilt/spoiled spoilt/spoiled
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
strike struck struck/stricken
strive strove striven
sublet sublet sublet
swear swore sworn
sweep swept swept
swell swelled swollen
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
thrive throve/thrived thriven/thrived
throw threw thrown
thrust thrust thrust
tread trod trodden
undergo underwent undergone
understand understood understood
undertake undertook undertaken
undo undid undone
uphold upheld upheld
uproot uprooted uprooted
upset upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
wring wrung wrung
write wrote written`

// regular lists verbs of policy texts whose lemma their inflected forms do not
// show, most of them for a final e: to know the lemma is to find it.
const regular = `abate abolish abridge accede accelerate accommodate accompany accredit accrue acquiesce adhere adjudicate
adjudge allege alleviate amalgamate annul appraise apprise arbitrate ascribe aspire assuage avenge cede censure certify coerce
cohere commemorate compel concede concur condone confer configure consecrate consolidate constrain construe consummate
contravene convene converge convoke counsel curtail debar decentralise decentralize decree dedicate defer defray delegate
demarcate democratise democratize denounce deplore deprive derogate designate deter dictate diffuse digitalise digitalize digitise
digitize disburse discriminate disseminate divulge elaborate eliminate elucidate emulate enable enact encrypt endeavour endorse
enfranchise enshrine entail enumerate envisage envision equalise equalize eradicate escalate evince evolve exacerbate excise
expedite extradite foreclose foster fulfil gauge harmonise harmonize impair impede impel implore impose impute incentivise
incentivize incite incur indemnify infer infringe institutionalise institutionalize insure intercede interfere internalise
internalize intervene invoke jeopardise jeopardize judge legislate legitimise legitimize levy liaise liberalise liberalize
liquidate mainstream marginalise marginalize mediate militate mobilise mobilize modernise modernize naturalise naturalize
necessitate normalise normalize obligate oblige obviate operationalise operationalize optimise optimize ordain oversee
penalise penalize perpetrate perpetuate persecute personalise pledge postpone preclude precede prejudice prejudge prescribe
preside presume proclaim procure proliferate promulgate propagate propel prorogue proscribe protract publicise publicize
ratify reaffirm rebut recede recur redeem redress reconcile reconvene refer refrain regularise regularize rehabilitate
reimburse reinstate reiterate relinquish remedy remit renounce repatriate repeal repel replicate reprieve repudiate requite
rescind reserve resile restitute retaliate revitalise revitalize revoke safeguard sanction scale scrutinise scrutinize secede
securitise securitize sensitise sensitize solemnise sequester standardise standardize stipulate streamline subdue subscribe
subsidise subsidize substantiate substitute supersede supervene supervise suppress synergise synthesise synthesize tackle
transcend transmit transpose underline underscore uphold urge utilise utilize validate vest visualise visualize vitiate vouchsafe
waive withhold`

// irregularNouns lists plurals that follow no rule, each before its singular.
const irregularNouns = `aircraft aircraft analyses analysis appendices appendix apices apex axes axis bases basis consortia consortium
corpora corpus craft craft crises crisis criteria criterion curricula curriculum data datum diagnoses diagnosis emphases emphasis
errata erratum feet foot fora forum formulae formula geese goose genera genus halves half headquarters headquarters hypotheses
hypothesis indices index knives knife leaves leaf lives life loaves loaf matrices matrix means means media medium memoranda
memorandum men man mice mouse moratoria moratorium nuclei nucleus oases oasis parentheses parenthesis phenomena phenomenon
proceedings proceedings quanta quantum radii radius referenda referendum selves self series series sheaves sheaf shelves shelf
species species stimuli stimulus strata stratum syntheses synthesis teeth tooth theses thesis thieves thief vertices vertex
wives wife wolves wolf women woman workmen workman spokesmen spokesman craftsmen craftsman fishermen fisherman horsemen horseman`

// supplement yields what is known of verbs and nouns beside the treebank, as
// tagged words: forms that follow no rule, and lemmas.
func supplement(yield func(Token) bool) {
	for lemma := range strings.FieldsSeq(regular) {
		if !yield(Token{Text: lemma, Lemma: lemma, UPOS: "VERB", XPOS: "VB"}) {
			return
		}
	}
	nouns := strings.Fields(irregularNouns)
	for i := 0; i+1 < len(nouns); i += 2 {
		if !yield(Token{Text: nouns[i], Lemma: nouns[i+1], UPOS: "NOUN", XPOS: "NNS"}) {
			return
		}
	}
	irregularVerbs(yield)
}

// irregularVerbs yields past tenses and participles; supplement's last part.
func irregularVerbs(yield func(Token) bool) {
	for line := range strings.Lines(strings.TrimSpace(irregular)) {
		field := strings.Fields(line)
		for i, xpos := range []string{"VBD", "VBN"} {
			for form := range strings.SplitSeq(field[i+1], "/") {
				if !yield(Token{Text: form, Lemma: field[0], UPOS: "VERB", XPOS: xpos}) {
					return
				}
			}
		}
	}
}
