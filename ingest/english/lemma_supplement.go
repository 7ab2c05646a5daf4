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
const regular = `abate abolish abridge accede accelerate accommodate accompany accredit accrue ache acquiesce adhere adjudge adjudicate adore
adsorb allege alleviate amalgamate annul appraise apprise arbitrate ascribe aspire assuage atone attune audit augur avenge
awaken awe babble band bank bare barge barricade baste bathe befog beguile belie bequeath betroth bide blare blaspheme bloat
blurt bode bore boycott braid breathe bribe bubble buckle bulletin butt buzz cackle cajole cascade catalog catalogue caucus
cede censure certify chafe chorus chuckle circumscribe clang clasp cleanse clothe coerce cohere collar commemorate commune
compel concede concur condone confer configure consecrate console consolidate constrain construe consummate contravene convene
converge convoke core corrode counsel crackle crane cringe cube curtail dabble dazzle debar debug debunk decentralise
decentralize decode decree dedicate defame defer defraud defray degas delegate demarcate democratise democratize demur
denounce deplore deprive derogate designate despair destine deter diagram dictate diffuse digitalise digitalize digitise
digitize disable disbar disburse discriminate disinherit disrobe disseminate dissuade disunite divulge doctor dose doze drawl
dupe dye dynamite ebb elaborate elicit eliminate elucidate embezzle emulate enable enact encode encrypt endeavour endorse
enfranchise enliven enshrine enshroud ensnare entail enthrone entomb entrap entreat enumerate envisage envision equalise
equalize eradicate erode escalate evade evince evolve exacerbate excise excrete exhale expedite expunge extradite fake fare
fete flake flare flout foam foreclose foster foul frizzle frolic fulfil fulfill fundraise gabble gash gasp gauge glare gore
growl guzzle handicap harmonise harmonize harp heap hobble hoot hope imbibe impair impale impede impel impinge implode implore
impose impute incentivise incentivize incite incur indemnify infer inflame infringe inhale inhere instill institutionalise
institutionalize insure intercede interfere internalise internalize intervene intone invoke jeopardise jeopardize judge laze
legislate legitimise legitimize levy liaise liberalise liberalize liquidate loathe loose lunge mainstream maltreat marginalise
marginalize mediate militate miscreate mistreat mobilise mobilize modernise modernize mortar motor mouth muffle murmur
naturalise naturalize nauseate necessitate normalise normalize nuzzle obligate oblige obviate operationalise operationalize
optimise optimize ordain outmode output outsell overdose oversee oversleep overstate overstep overwrite pace page pare peep
peer penalise penalize perpetrate perpetuate persecute personalise perturb pervade ping pity pivot plane pledge poke pole pore
postpone precede preclude prejudge prejudice prescribe preside presume prime proclaim procure proliferate promulgate propagate
propel prorogue proscribe protract publicise publicize puzzle quake quell quip rake ratify ready reaffirm reallot rearm rebuke
rebut recede recode recombine reconcile reconvene recoup recur recycle redeem redress refer refloat refocus refrain regale
regularise regularize rehabilitate reignite reimburse reinstate reiterate relinquish remedy remit renounce repatriate repeal
repel replicate repot reprieve repudiate repute requite rescale rescind reserve reshoot resile restitute retaliate retell
revenge revere revile revitalise revitalize revoke rewrite rhyme riffle rifle roar robe rout ruffle rustle safeguard sanction
scale scavenge scheme scoot scout scribe scrounge scrutinise scrutinize secede secrete securitise securitize seep sensitise
sensitize sequester serenade shade shame sidestep singe slime sling slurp smite snare snore solemnise soothe sorb space spade
sparkle sponge sprinkle sprout spurn squat stable stake stampede standardise standardize startle stipulate stoke stone strafe
streamline stroke subdue sublime subpoena subscribe subsidise subsidize substantiate substitute supersede supervene supervise
suppress swipe synergise synthesise synthesize tackle telephone telescope throng thumb time tinkle tiptoe transcend transcribe
transmit transpose transship trickle triple troubleshoot tutor twine twinkle unclasp underline underscore undersell unhinge
unmake unplug unsheathe untie unwrap upbraid uphold urge usurp utilise utilize vacuum validate vein vest visualise visualize
vitiate vouchsafe wade wail waive wander waste waver wedge weight well whine whirl wince withhold wobble wrinkle yap zigzag`

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
