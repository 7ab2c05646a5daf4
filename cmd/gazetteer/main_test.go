package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestStates(t *testing.T) {
	src := sources{
		countries:     folder(t, map[string]string{"langs/en.json": `{"countries":{"AA":["Republic of Aaland","Aaland"],"BB":"Beeland","QQ":"Rock"}}`}),
		nationalities: folder(t, map[string]string{"langs/en.json": `{"nationalities":{"AA":"Aalish","BB":"Bee (Land)"}}`}),
	}
	notes := "territories\tQQ\nAA\tAaland\tRepublic of\tAA|Aa\t\nBB\t\tKingdom of the Bees\t\tBeeish\n"
	out := folder(t, map[string]string{"state-names.tsv": notes})
	if err := run(src, out); err != nil {
		t.Fatal(err)
	}
	want := "AA\tAaland\tAA|Aa|Republic of Aaland\tAalish\nBB\tBeeland\tKingdom of the Bees\tBeeish\n"
	if got := read(t, filepath.Join(out, "states.tsv")); !strings.HasSuffix(got, want) || strings.Contains(got, "Rock") {
		t.Errorf("got %q, want %q", got, want)
	}
	out = folder(t, map[string]string{"state-names.tsv": "AA\tAaland\t\t\t\n"})
	if err := run(src, out); err == nil || !strings.Contains(err.Error(), "say there whether it is a state") {
		t.Errorf("unknown code: %v", err)
	}
}

// wordNet is a small dictionary in the format of WordNet.
func wordNet() map[string]string {
	synset := func(id, words, above string) string {
		f := strings.Fields(words)
		line := fmt.Sprintf("%s 05 n %02x", id, len(f))
		for _, w := range f {
			line += " " + w + " 0"
		}
		if above == "" {
			return line + " 000 | gloss\n"
		}
		return line + " 001 @ " + above + " n 0000 | gloss\n"
	}
	data := "  1 licence\n" + synset(personRoot, "person", "") + synset("07967506", "social_group", "") +
		synset("10", "worker", personRoot) + synset("11", "baker", "10") + synset("12", "thatchwright", "10") +
		synset("13", "fool", personRoot) + synset("14", "clot", "13") + synset("15", "valiant", "10") +
		synset("20", "military_unit", "07967506") + synset("21", "phalanx", "20") +
		synset("30", "instrumentality", "") + synset("31", "toaster roaster", "30") + synset("32", "oven_board", "30") +
		synset("33", "DVD dvd", "30") + synset("34", "trout_board", "07967506")
	index := "  1 licence\n"
	for lemma, id := range map[string]string{"baker": "11", "thatchwright": "12", "clot": "14", "valiant": "15", "phalanx": "21",
		"toaster": "31", "stone": "31", "oven_board": "32", "dvd": "33", "trout_board": "34"} {
		index += lemma + " n 1 1 @ 1 0 " + id + "\n"
	}
	return map[string]string{"dict/data.noun": data, "dict/index.noun": index, "dict/data.verb": "", "dict/data.adj": "",
		"dict/index.adj": "valiant a 1 0 1 0 1\n", "dict/index.sense": "baker%1:18:00:: 11 1 3\n" +
			"bake%2:30:00:: 40 1 9\nbake%1:04:00:: 41 1 2\ntoast%1:13:00:: 42 1 5\ntoast%2:30:00:: 43 1 6\n" +
			"knead%2:35:00:: 44 1 0\ntake_in%2:35:00:: 45 1 8\ndry%2:30:00:: 46 1 3\ndry%5:00:00:arid:00 47 1 2\n"}
}

func TestWords(t *testing.T) {
	root := folder(t, map[string]string{"actors/nouns.tsv": "# c\nbody\tOrganization\tboard|shoal\n", "cues/verbs.tsv": ""})
	out := filepath.Join(root, "actors")
	if err := run(sources{wordnet: folder(t, wordNet())}, out); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(out, "things.txt")); !strings.HasSuffix(got, "README.md\ntoaster\n") {
		t.Errorf("things: got %q", got)
	}
	want := "README.md\nbody\tGovernmentBody\tphalanx\nrole\tIndividual\tthatchwright\nthing\tOrganization\tdvd|oven board\n"
	if got := read(t, filepath.Join(out, "wordnet.tsv")); !strings.HasSuffix(got, want) {
		t.Errorf("nouns: got %q, want %q", got, want)
	}
	if got := read(t, filepath.Join(root, "cues", "verbs.tsv")); !strings.HasSuffix(got, "\nbake\tmostly\nknead\tonly\n") {
		t.Errorf("verbs: got %q", got)
	}
	if err := run(sources{wordnet: folder(t, wordNet())}, t.TempDir()); err == nil || !strings.Contains(err.Error(), "nouns.tsv") {
		t.Errorf("without the list made by hand: %v", err)
	}
}

// lexiconOf writes a small dictionary: bake and oven (as a verb) share a usual
// meaning, baking is derived from bake, and toast shares with bake only a meaning
// that it rarely has. Frying out is a way of baking, as is roasting, whose opposite
// is freezing; warm and hot are of one cluster.
func lexiconOf(t *testing.T) string {
	return folder(t, map[string]string{
		"data.noun": "  1 licence\n50 04 n 01 baking 0 001 + 60 v 0101 | gloss\n",
		"data.verb": "  1 licence\n60 36 v 03 bake 0 oven 0 bake_out 0 001 + 50 n 0101 01 + 08 00 | gloss\n" +
			"61 36 v 02 bake 0 toast 0 000 01 + 08 00 | gloss\n62 36 v 01 toast 0 000 01 + 08 00 | gloss\n" +
			"63 36 v 01 roast 0 002 @ 60 v 0000 ! 64 v 0101 01 + 08 00 | gloss\n64 36 v 01 freeze 0 002 @ 60 v 0000 ! 63 v 0101 01 + 08 00 | gloss\n" +
			"65 36 v 02 fry_out 0 steam 0 001 @ 60 v 0000 01 + 08 00 | gloss\n",
		"data.adj": "  1 licence\n80 00 a 01 warm(p) 0 001 & 81 a 0000 | gloss\n81 00 s 01 hot 0 001 & 80 a 0000 | gloss\n",
		"index.sense": "bake%2:36:00:: 60 1 9\nbake%2:36:01:: 61 2 4\noven%2:36:00:: 60 1 0\nbake_out%2:36:00:: 60 1 3\n" +
			"roast%2:36:00:: 63 1 3\nfreeze%2:36:00:: 64 1 3\nfry_out%2:36:00:: 65 1 3\nsteam%2:36:00:: 65 1 3\n" +
			"warm%3:00:00:: 80 1 4\nhot%5:00:00:warm:00 81 1 4\n" +
			"toast%2:36:00:: 62 1 30\ntoast%2:36:01:: 61 2 1\nbaking%1:04:00:: 50 1 2\nstale%3:00:00:: 70 1 8\n",
	})
}

func TestSynonyms(t *testing.T) {
	lines, err := synonyms(lexiconOf(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "n\tbaking\tbake\t\nv\tbake\tbake_out baking oven\t\nv\tbake_out\tbake oven\t\nv\tfry_out\tsteam\t\nv\tsteam\tfry_out\t"
	if got := strings.Join(lines[2:], "\n"); got != want {
		t.Errorf("got %q", got)
	}
}

// Words are near that WordNet ties and that keep like company; opposites never.
func TestNearWords(t *testing.T) {
	list := ""
	for i := range emptyWords { // the first words are the commonest
		list += fmt.Sprintf(`"common%d":[9,9],`, i)
	}
	list += `"bake":[1,0],"toast":[1,0.1],"roast":[1,0.1],"freeze":[1,0.1],"steam":[0,1],"warm":[1,1],"hot":[1,0.9]`
	v, err := readVectors(filepath.Join(folder(t, map[string]string{"v.json": `{"dimensions":2,"vectors":{` + list + `}}`}), "v.json"))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := synonyms(lexiconOf(t), v)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(lines, "\n") + "\n"
	for _, want := range []string{"v\troast\t\tbake", "v\tbake\tbake_out baking oven\tfreeze roast toast", "v\tsteam\tfry_out\t\n", "a\twarm\t\thot"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if _, err := readVectors("nowhere.json"); err == nil {
		t.Error("no file is no error")
	}
}

func TestSynonymsOfBrokenSources(t *testing.T) {
	for name, broken := range map[string]string{
		"data.verb:1": "60 36 v 01 bake 0 001 + 50 n 01zz",
		"index.sense": "bake%2:36:00:: 60",
	} {
		dir := lexiconOf(t)
		file, _, _ := strings.Cut(name, ":")
		if err := os.WriteFile(filepath.Join(dir, file), []byte(broken), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := synonyms(dir, nil); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBrokenSources(t *testing.T) {
	if err := run(sources{}, t.TempDir()); err == nil {
		t.Error("no source is no error")
	}
	for _, data := range []string{"x", "00007846 03 n zz person 0 000 | y", "00007846 03 n 09 person 0 000 | y", "00007846 03 n 01 person 0 007 | y"} {
		dir := folder(t, map[string]string{"dict/data.noun": data, "dict/index.noun": ""})
		if err := run(sources{wordnet: dir}, t.TempDir()); err == nil || !strings.Contains(err.Error(), "data.noun:1") {
			t.Errorf("%q: %v", data, err)
		}
	}
}
