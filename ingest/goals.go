package ingest

import (
	"maps"
	"slices"

	"mandate/graph"
)

// coverage is the part of a goal's words, by weight, that a statement must
// repeat to serve the goal.
const coverage = 0.75

// mostHolders is how many goals may hold a word that still tells one from the
// others. It also bounds the goals that a statement is compared with: in a text
// of nothing but goals there are as many of either.
const mostHolders = 64

// titleGoals gives the goals that are numbered and have no title the one that
// their first sentence states: "Goal 3: Ensure clean water for all."
func (p *Pipeline) titleGoals(doc *graph.Document) {
	done := -1
	for _, s := range doc.Sentences {
		if s.Section <= done || doc.Blocks[s.Block].Kind == graph.BlockHeading {
			continue
		}
		done = s.Section
		if section := &doc.Sections[s.Section]; section.Kind == graph.SectionGoal && section.Title == "" {
			section.Title = p.extractor.Imperative(s.In(doc.Text))
		}
	}
}

// goal is a goal of the document at hand.
type goal struct {
	label  string
	weight float64 // of all its words
}

// serveGoals lets each statement serve the goals of its document whose words it
// repeats. One word in common is none.
func (p *Pipeline) serveGoals(doc *graph.Document, statements []graph.Statement, words *words) {
	goals, having := p.goalsOf(doc, statements, words)
	if len(goals) == 0 {
		return
	}
	sections := doc.SectionIRIs()
	for i := range statements {
		s := &statements[i]
		served := graph.ServedBy(doc, sections, s)
		for _, g := range repeated(goals, having, words.of(i)) {
			if !slices.Contains(served, graph.GoalIRI(goals[g].label)) {
				s.Goals = with(s.Goals, goals[g].label)
			}
		}
	}
}

// repeated returns the goals, in text order, that a statement of these words
// repeats.
func repeated(goals []goal, having map[uint32][]holding, words []uint32) []int {
	weight, count := map[int]float64{}, map[int]int{}
	for _, w := range words {
		if len(having[w]) > mostHolders {
			continue
		}
		for _, h := range having[w] {
			weight[h.goal] += h.weight
			count[h.goal]++
		}
	}
	var out []int
	for _, g := range slices.Sorted(maps.Keys(count)) {
		if count[g] > 1 && weight[g] >= coverage*goals[g].weight {
			out = append(out, g)
		}
	}
	return out
}

// holding says that a goal holds a word of that weight.
type holding struct {
	goal   int
	weight float64
}

// goalsOf returns the goals that the headings announce and the statements list,
// in text order, and which of them hold a word.
func (p *Pipeline) goalsOf(doc *graph.Document, statements []graph.Statement, words *words) ([]goal, map[uint32][]holding) {
	var goals []goal
	having := map[uint32][]holding{}
	seen := map[string]bool{}
	note := func(label string) {
		if seen[graph.Slug(label)] {
			return
		}
		seen[graph.Slug(label)] = true
		g := goal{label: label}
		for _, w := range p.extractor.GoalWords(label) {
			g.weight += w.Weight
			if n, spoken := words.number[w.Stem]; spoken {
				having[n] = append(having[n], holding{len(goals), w.Weight})
			}
		}
		goals = append(goals, g)
	}
	for _, s := range doc.Sections {
		if s.Kind == graph.SectionGoal && s.Title != "" {
			note(s.Title)
		}
	}
	for i := range statements {
		for _, label := range statements[i].Goals {
			note(label)
		}
	}
	return goals, having
}
