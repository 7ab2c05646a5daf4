package english

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
)

// An ending offers at most editsKept edits to the check against known lemmas,
// and none that is editRarity times rarer than the most frequent one: else
// "directory" would be the plural or the like of the known "director".
const (
	editsKept  = 3
	editRarity = 8
)

// supplementWeight is how many sightings an entry of the supplement counts
// for: enough to outvote slips of annotation in rare words.
const supplementWeight = 5

// TrainLemmatizer learns from words with their form (Text), tags and lemma;
// words without a lemma are passed over. The same words give the same tables.
func TrainLemmatizer(words iter.Seq[Token]) *Lemmatizer {
	l := newLemmatizer()
	examples := l.collect(words)
	l.countTags(examples)
	l.learnRules(examples)
	l.learnExceptions(examples)
	return l
}

// example is one form under one pair of tags, with its most frequent lemma.
type example struct {
	tag         int
	name        tagName
	form, lemma string
	count       int
}

// collect numbers the tags and boils the words down to one example a form, in
// a fixed order.
func (l *Lemmatizer) collect(words iter.Seq[Token]) []example {
	counts := map[tagName]map[string]map[string]int{}
	for w := range words {
		if w.Lemma == "" || w.Lemma == "_" || w.Text == "" || w.XPOS == "GW" || w.XPOS == "AFX" { // parts of words
			continue
		}
		name, form := tagName{w.UPOS, w.XPOS}, strings.ReplaceAll(w.Text, "’", "'")
		if counts[name] == nil {
			counts[name] = map[string]map[string]int{}
		}
		if counts[name][form] == nil {
			counts[name][form] = map[string]int{}
		}
		counts[name][form][strings.ReplaceAll(w.Lemma, "’", "'")]++
	}
	for w := range supplement {
		if forms := counts[tagName{w.UPOS, w.XPOS}]; forms != nil {
			if forms[w.Text] == nil {
				forms[w.Text] = map[string]int{}
			}
			forms[w.Text][w.Lemma] += supplementWeight
		}
	}
	var examples []example
	for tag, name := range slices.SortedFunc(maps.Keys(counts), compareTags) {
		l.tags[name] = tag
		for _, form := range slices.Sorted(maps.Keys(counts[name])) {
			lemma, count := mostFrequent(counts[name][form])
			examples = append(examples, example{tag, name, form, lemma, count})
		}
	}
	return examples
}

func compareTags(a, b tagName) int {
	return cmp.Or(cmp.Compare(a.upos, b.upos), cmp.Compare(a.xpos, b.xpos))
}

// mostFrequent picks the highest count, the smallest key among equals.
func mostFrequent(counts map[string]int) (best string, count int) {
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		if counts[key] > count {
			best, count = key, counts[key]
		}
	}
	return best, count
}

// countTags finds the pair that each XPOS mostly stands in, and the lemmas that
// inflected forms are checked against.
func (l *Lemmatizer) countTags(examples []example) {
	words := map[int]int{}
	for _, e := range examples {
		words[e.tag] += e.count
		if inflects(e.name.upos) && e.lemma != "" {
			l.known[lemmaKey{e.name.upos, e.lemma}] = struct{}{}
		}
	}
	for _, name := range slices.SortedFunc(maps.Keys(l.tags), compareTags) {
		tag := l.tags[name]
		if best, ok := l.tagOfXPOS[name.xpos]; !ok || words[tag] > words[best] {
			l.tagOfXPOS[name.xpos] = tag
		}
	}
}

// inflects tells the word classes whose lemmas are worth their place in the model.
func inflects(upos string) bool { return upos == "VERB" || upos == "NOUN" || upos == "ADJ" }

// editOf finds the shortest edit from a form to its lemma.
func editOf(form, lemma string, name tagName) edit {
	keep, lower := editFrom(form, lemma), editFrom(strings.ToLower(form), lemma)
	lower.lower = true
	costs := cmp.Compare(keep.strip+len(keep.add), lower.strip+len(lower.add))
	if costs < 0 || costs == 0 && name.proper() {
		return keep
	}
	return lower
}

func editFrom(form, lemma string) edit {
	same := 0
	for same < len(form) && same < len(lemma) && form[same] == lemma[same] {
		same++
	}
	for same > 0 && same < len(form) && form[same]&0xC0 == 0x80 { // inside a code point
		same--
	}
	return edit{strip: len(form) - same, add: lemma[same:]}
}

// learnRules counts the edits of every ending and keeps those endings whose
// most frequent edits differ from those of the ending one letter shorter.
func (l *Lemmatizer) learnRules(examples []example) {
	counts := map[suffixKey]map[edit]int{}
	for _, x := range examples {
		e := editOf(x.form, x.lemma, x.name)
		for suffix := range suffixes(x.form) {
			key := suffixKey{x.tag, suffix}
			if counts[key] == nil {
				counts[key] = map[edit]int{}
			}
			counts[key][e]++
		}
	}
	byLength := slices.SortedFunc(maps.Keys(counts), func(a, b suffixKey) int {
		return cmp.Or(cmp.Compare(len(a.suffix), len(b.suffix)), cmp.Compare(a.tag, b.tag), cmp.Compare(a.suffix, b.suffix))
	})
	for _, key := range byLength {
		edits := frequentEdits(counts[key], key.suffix == "")
		if len(edits) > 0 && !slices.Equal(edits, l.inherited(key)) {
			l.rules[key] = edits
		}
	}
}

// frequentEdits orders edits by frequency and leaves the rare ones out: a
// single word makes a rule only where nothing else is known.
func frequentEdits(counts map[edit]int, root bool) []edit {
	edits := slices.SortedFunc(maps.Keys(counts), func(a, b edit) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.strip, b.strip), cmp.Compare(a.add, b.add), compareBool(a.lower, b.lower))
	})
	var kept []edit
	for _, e := range edits {
		if (counts[e] > 1 || root) && len(kept) < editsKept && counts[e]*editRarity >= counts[edits[0]] {
			kept = append(kept, e)
		}
	}
	return kept
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// inherited is the rule of the nearest shorter ending.
func (l *Lemmatizer) inherited(key suffixKey) []edit {
	for i := range key.suffix {
		if i == 0 {
			continue
		}
		if edits, ok := l.rules[suffixKey{key.tag, key.suffix[i:]}]; ok {
			return edits
		}
	}
	return l.rules[suffixKey{key.tag, ""}]
}

// learnExceptions stores the forms that the rules get wrong.
func (l *Lemmatizer) learnExceptions(examples []example) {
	best := map[formKey]example{}
	for _, x := range examples {
		key := formKey{x.tag, x.name.key(x.form)}
		if known, ok := best[key]; !ok || x.count > known.count {
			best[key] = x
		}
	}
	for _, x := range examples {
		key := formKey{x.tag, x.name.key(x.form)}
		if best[key].form == x.form && l.byRule(x.tag, x.form, x.name) != x.lemma {
			l.exceptions[key] = x.lemma
		}
	}
}
