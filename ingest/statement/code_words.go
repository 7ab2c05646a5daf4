package statement

import (
	"regexp"
	"strings"
)

// acts reports whether phrase p can act. In a row written in small letters
// throughout, a word that cannot be pronounced is an acronym and names a body.
func (c *coder) acts(p Phrase) bool {
	return c.canAct(p) || p.From < p.To && c.small && unpronounceable(c.lower(p.Head))
}

// onsets are the pairs of consonants that English words begin with.
var onsets = wordSet("bl br ch cl cr dr dw fl fr gh gl gn gr kl kn kr ph pl pn pr ps pt rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw wh wr")

// unpronounceable reports whether w, a word in small letters, has no vowel or
// begins with consonants that no English word begins with.
func unpronounceable(w string) bool {
	if len(w) < 3 || strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return false
	}
	const vowels = "aeiouy"
	if !strings.ContainsAny(w, vowels) {
		return true
	}
	return !strings.ContainsAny(w[:2], vowels) && !onsets[w[:2]]
}

// wordSet is the set of the words of a list parted by spaces.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// Words that the coder goes by beyond the cue lists.
var (
	// conditional words open a clause or phrase that bounds a row.
	conditional = wordSet("if when where unless until once whenever while provided after before as")
	// negative words deny what is said of the subject that they open.
	negative = wordSet("no nothing none nobody neither")
	// correlative words after "not" deny nothing: "not only record but report".
	correlative = wordSet("only just merely simply solely")
	// linkingAdverbs tie a row to the one before it.
	linkingAdverbs = wordSet("therefore however thus hence furthermore moreover also then additionally consequently accordingly nevertheless")
	// statuses are what the law makes of a subject who is not to act.
	statuses = wordSet("exempt subject liable")
	// catenative verbs are completed by an infinitive: "begins to work".
	catenative = wordSet("attempt begin cease choose continue decide elect fail help offer propose refuse start try")
	// complements are verbs whose prepositional phrase is what they act upon.
	complements = map[string]string{"consist": "of", "compose": "of", "dispose": "of", "consult": "with", "comply": "with", "refrain": "from",
		"abstain": "from", "result": "in", "proceed": "with", "deal": "with", "strive": "for", "apply": "for", "account": "for", "report": "on", "rely": "on",
		"depend": "on", "refer": "to", "conform": "to", "adhere": "to"}
	// addressing are verbs that act upon whom they address, with the preposition
	// that says of what.
	addressing = map[string]string{"notify": "of", "inform": "of", "remind": "of", "warn": "of", "assure": "of", "relieve": "of",
		"advise": "on", "consult": "on", "instruct": "on", "reimburse": "for", "compensate": "for", "assist": "in"}
	// joins are the prepositions that coders keep with an object: they say what
	// it is. Others say where, when, why or for whom something is done.
	joins  = wordSet("of on concerning regarding for between among including with from about against")
	ofOnly = wordSet("of")
	// infinitiveNouns are completed by an infinitive: "its ability to pay".
	// Behind other nouns it is a purpose.
	infinitiveNouns = wordSet("ability attempt authority capacity commitment decision duty effort failure freedom intention need obligation " +
		"opportunity order permission power request responsibility right willingness")
	// destined are participles that an infinitive completes: "rules meant to last".
	destined = wordSet("designed expected intended meant needed obliged required supposed used")
	// participlePreps go with the participle in front: "listed in", "made by".
	participlePreps = wordSet("in by as for to from with at on under of")
	// ends are words that begin another part of the clause whatever their tag.
	ends = wordSet("pursuant according except unless prior")
	// measures qualify a number: "not fewer than two".
	measures = wordSet("up to at least most no not more less fewer than over about")
	times    = wordSet("year month week day quarter time")
	quotes   = wordSet("\" “ ” ' ’ ‘ `` ''")
	numerals = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
		"eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fifteen": "15", "twenty": "20",
		"thirty": "30"}
	// nominalTags are the tags of what may stand in front of a noun.
	nominalTags = strings.Fields("DT PDT PRP$ JJ JJR JJS CD VBN VBG POS HYPH `` '' CC ,")
	// startTags are those and what taggers make of the words of a name.
	startTags = append(strings.Fields("NN NNS NNP NNPS RB FW SYM NFP AFX"), nominalTags...)
	// compoundAdverb matches "thereof", "hereby", which taggers take for nouns.
	compoundAdverb = regexp.MustCompile(`^(?:t?here|where)(?:after|at|by|from|in|into|of|on|to|under|upon|with)$`)
)
