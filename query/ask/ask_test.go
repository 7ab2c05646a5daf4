package ask_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"mandate/data"
	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/ingest/english"
	"mandate/query"
	"mandate/query/ask"
)

// reader is loaded once: the model takes its time.
var reader = sync.OnceValues(func() (*ask.Reader, error) {
	model, err := english.Load(data.FS)
	if err != nil {
		return nil, err
	}
	return ask.New(data.FS, model)
})

func newReader(t testing.TB) *ask.Reader {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// brief writes a question as: asked actor/document forces aims: words.
func brief(q query.Question) string {
	force := "any"
	if len(q.Forces) > 0 {
		force = string(q.Forces[0])
	}
	out := string(q.Asked)
	if q.Actor != "" {
		out += " of " + q.Actor
	}
	out += ", " + force
	if q.Strict {
		out += " alone"
	}
	out += ": " + strings.Join(q.Aims, "+") + " | " + strings.Join(q.About, " ")
	if q.Doc != "" {
		out += " | in " + q.Doc
	}
	return out
}

func TestRead(t *testing.T) {
	r := newReader(t)
	for question, want := range map[string]string{
		// Who does this.
		"Who should repair the bridges of the old town?":              "actors, recommendation: repair | bridges old town",
		"Who is responsible for feeding the horses?":                  "actors, obligation: feed | horses",
		"Who is responsible for the care of the horses?":              "actors, obligation: care | horses",
		"Who has the duty to ring the bells?":                         "actors, obligation: ring | bells",
		"Who has to ring the bells at noon?":                          "actors, obligation: ring | bells noon",
		"Who is allowed to open the gates?":                           "actors, permission: open | gates",
		"Who may not enter the tower?":                                "actors, prohibition: enter | tower",
		"Who paints the boats?":                                       "actors, any: paint | boats",
		"Who bears the duty to paint the boats?":                      "actors, obligation: paint | boats",
		"Whose task is it to paint the boats?":                        "actors, obligation: paint | boats",
		"By whom must the boats be painted?":                          "actors, obligation: paint | boats",
		"Which ministries should repair the bridges?":                 "actors, recommendation: repair | bridges",
		"Which actors have duties about clean water?":                 "actors, obligation:  | clean water",
		"Who is urged to build and maintain wells?":                   "actors, recommendation: build+maintain | wells",
		"According to the Harbour Act, who shall inspect the ships?":  "actors, obligation: inspect | ships | in the Harbour Act",
		"Who shall inspect the ships under the Harbour Act?":          "actors, obligation: inspect | ships | in Harbour Act",
		"Who must be told of a broken lamp?":                          "statements, obligation alone: tell | broken lamp",
		"Who, according to the Harbour Act, shall inspect the ships?": "actors, obligation: inspect | ships | in Harbour Act",
		// What does this actor do.
		"What should the harbour master do?":                       "deeds of harbour master, recommendation alone:  | ",
		"What must the harbour master do about leaking barrels?":   "deeds of harbour master, obligation alone:  | leaking barrels",
		"What is the harbour master not allowed to do?":            "deeds of harbour master, prohibition alone:  | ",
		"What does Norway oppose?":                                 "deeds of Norway, any: oppose | ",
		"What is Norway committed to?":                             "deeds of Norway, commitment alone:  | ",
		"What are Norway's main goals?":                            "deeds of Norway, goal alone:  | ",
		"What are the duties of the night watch?":                  "deeds of night watch, obligation alone:  | ",
		"What rights do the ferrymen have?":                        "deeds of ferrymen, permission alone:  | ",
		"What is expected of the ferrymen?":                        "deeds of ferrymen, recommendation alone:  | ",
		"Must the ferrymen carry lanterns?":                        "deeds of ferrymen, obligation alone: carry | lanterns",
		"How should the ferrymen treat their guests?":              "deeds of ferrymen, recommendation alone: treat | guests",
		"In the Ferry Code, what may the ferrymen charge?":         "deeds of ferrymen, permission alone: charge |  | in the Ferry Code",
		"What is required of the ferrymen in the Ferry Code?":      "deeds of ferrymen, obligation alone:  |  | in Ferry Code",
		"What steps should the guild take to protect apprentices?": "deeds of guild, recommendation alone:  | protect apprentices",
		"What are ferrymen obliged to do about leaking barrels?":   "deeds of ferrymen, obligation alone:  | leaking barrels",
		"What are old sailors entitled to?":                        "deeds of old sailors, permission alone:  | ",
		"What does the guild welcome?":                             "deeds of guild, any: welcome | ",
		"Is the guild allowed to sell boats?":                      "deeds of guild, permission alone: sell | boats",
		"In the Ferry Code, which commitments concern old boats?":  "statements, commitment alone:  | old boats | in the Ferry Code",
		// The same in other wordings.
		"Please tell me who must ring the bells.":                       "actors, obligation: ring | bells",
		"Can you tell me whose job it is to ring the bells?":            "actors, obligation: ring | bells",
		"Name the ministries that should repair the bridges":            "actors, recommendation: repair | bridges",
		"Who, if anyone, is in charge of repairing the bridges?":        "actors, obligation: repair | bridges",
		"Who is responsible for the inspection of ships?":               "actors, obligation: inspect+inspection | ships",
		"Is there an obligation to inspect ships?":                      "actors, obligation: inspect | ships",
		"Who is going to paint the boats?":                              "actors, commitment: paint | boats",
		"Who should help paint the boats?":                              "actors, recommendation: help+paint | boats",
		"Who carries out the orders of the harbour master?":             "actors, any: carry out | orders harbour master",
		"Who seeks peace at sea?":                                       "actors, goal:  | peace sea",
		"Who must report to the Harbour Board?":                         "actors, obligation: report | Harbour Board",
		"Who may WHO inform?":                                           "deeds of WHO, permission alone: inform | ",
		"What shall WHO do?":                                            "deeds of WHO, obligation alone:  | ",
		"What are the ferrymen responsible for?":                        "deeds of ferrymen, obligation alone:  | ",
		"Which rights do the ferrymen have?":                            "deeds of ferrymen, permission alone:  | ",
		"What goals does Norway pursue at sea?":                         "deeds of Norway, goal alone:  | sea",
		"Which obligations do ferrymen have regarding leaking barrels?": "deeds of ferrymen, obligation alone:  | leaking barrels",
		"What has Norway pledged to do?":                                "deeds of Norway, commitment alone:  | ",
		"What does Norway want to achieve?":                             "deeds of Norway, goal alone:  | ",
		"What can't the ferrymen do?":                                   "deeds of ferrymen, prohibition alone:  | ",
		"What is forbidden to ferrymen?":                                "deeds of ferrymen, prohibition alone:  | ",
		"What does the Secretary-General oppose?":                       "deeds of Secretary-General, any: oppose | ",
		"What does the Ferry Code require of the ferrymen?":             "deeds of ferrymen, obligation alone:  |  | in the Ferry Code",
		"Does the guild have the power to sell boats?":                  "deeds of guild, permission alone: sell | boats",
		// Which statements are there.
		"Which duties concern river fish?":             "statements, obligation alone:  | river fish",
		"Which goals are about river fish?":            "statements, goal alone:  | river fish",
		"What does the charter say about river fish?":  "statements, any:  | river fish | in charter",
		"What must be done about river fish?":          "statements, obligation alone:  | river fish",
		"List the obligations of the guild":            "deeds of guild, obligation alone:  | ",
		"How should river fish be counted?":            "statements, recommendation alone: count | river fish",
		"Which provisions apply to small fishing boat": "statements, any:  | small fishing boat",
		"river fish": "statements, any:  | river fish",
	} {
		q, err := r.Read(question)
		if err != nil {
			t.Errorf("%s: %v", question, err)
		} else if got := brief(q); got != want {
			t.Errorf("%s\n got %s\nwant %s", question, got, want)
		}
	}
}

func TestReadKinds(t *testing.T) {
	q, err := newReader(t).Read("Which countries must rebuild the dam?")
	if err != nil || fmt.Sprint(q.Kinds) != fmt.Sprint([]graph.ActorKind{graph.State}) {
		t.Errorf("kinds %v, error %v", q.Kinds, err)
	}
}

func TestReadAlike(t *testing.T) {
	q, err := newReader(t).Read("Who should organise the protection of wells?")
	if err != nil {
		t.Fatal(err)
	}
	for word, alike := range map[string]string{"organise": "organize", "protection": "protect"} {
		if !strings.Contains(strings.Join(q.Alike[word], " "), alike) {
			t.Errorf("%s is not like %s: %v", word, alike, q.Alike)
		}
	}
}

func TestExamplesHaveAnswers(t *testing.T) {
	r := newReader(t)
	b := index.NewBuilder()
	for _, reading := range graphtest.Sample() {
		for _, q := range graph.Quads(reading) {
			b.Add(q)
		}
	}
	view := query.On(b.Index())
	examples := r.Examples(view, 8)
	if len(examples) < 5 {
		t.Fatalf("only %d examples: %v", len(examples), examples)
	}
	for _, e := range examples {
		q, err := r.Read(e.Text)
		if a := view.Answer(q, 0); err != nil || a.Total != e.Total || a.Total == 0 || q.Asked != e.Asked {
			t.Errorf("%s: %d statements, told %d; asks for %s, told %s; %v", e.Text, a.Total, e.Total, q.Asked, e.Asked, err)
		}
	}
	if again := r.Examples(view, 8); !slices.Equal(again, examples) {
		t.Errorf("asked again, it gives %v instead of %v", again, examples)
	}
	if few := r.Examples(view, 2); !slices.Equal(few, examples[:2]) {
		t.Errorf("two of them are %v", few)
	}
	if none := r.Examples(query.On(index.NewBuilder().Index()), 8); len(none) > 0 {
		t.Errorf("an empty graph gives %v", none)
	}
}

func TestUnreadableQuestions(t *testing.T) {
	for name, text := range map[string]string{
		"empty":      " \n ",
		"long":       strings.Repeat("who and ", 500),
		"no UTF-8":   "who \xff",
		"no English": "Wer ist für die Wartung der öffentlichen Brunnen zuständig?",
	} {
		if q, err := newReader(t).Read(text); !errors.Is(err, ask.ErrQuestion) {
			t.Errorf("%s: got %+v, %v", name, q, err)
		}
	}
}

// What is cut off in front of a question leaves letters whole.
func TestQuestionsKeepTheirLetters(t *testing.T) {
	q, err := newReader(t).Read("Please tell me état bodies that must protect rivers")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range append([]string{q.Actor, q.Doc}, append(q.About, q.Aims...)...) {
		if !utf8.ValidString(text) || strings.ContainsRune(text, utf8.RuneError) {
			t.Errorf("%q is read from it", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	r := newReader(f)
	for _, text := range []string{"Who should repair the bridge?", "Whose", "which what who", "List", "According to , who", "is", "?", "Who has the", "have to to to"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := r.Read(text); err != nil && !errors.Is(err, ask.ErrQuestion) {
			t.Error(err)
		}
	})
}
