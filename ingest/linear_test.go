package ingest

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"mandate/ingest/document"
)

// hostile are texts that nobody wrote to be read: what one of them is made of,
// over and over, %[1]d being how often before.
var hostile = map[string]string{
	"one line without an end":     "The Pier Board shall approve the budget of pier %[1]d before the spring. ",
	"one sentence":                "the Pier Agency and the Tide Council of bay %[1]d shall watch the coasts and ",
	"clauses without an end":      "The Pier Board shall act on wreck %[1]d; ",
	"clause within clause":        "that the Pier Board %[1]d shall ensure ",
	"name within name":            "of the Ministry of Piers ",
	"bullet soup":                 "- provide %[1]d boats;\n  * the Fund\n    (a) report, and\n• • - 3.%[1]d and/or\n",
	"items of one lead-in":        "\nThe Pier Board shall:\n(%[1]d) approve plan %[1]d;\n",
	"nested brackets":             "The Board ([({shall %[1]d (see [x]) ",
	"rows of a table":             "| Ministry of Piers | %[1]d | shall dredge | 2030 |\n",
	"rows parted by tabs":         "Ministry of Piers\t%[1]d\tdredge the bays\t2030\n",
	"all capitals":                "THE MINISTRY OF PIERS SHALL DREDGE BAY %[1]d. ALL PILOTS MUST REPORT.\n",
	"noise of a scanner":          "Th3 B0ard sha1l 😀👨‍👩‍👧 appr0ve ~~ l|l rep-\nort ﬁnal §§ %[1]d .,;; é\n",
	"another language":            "Les pilotes doivent présenter le rapport %[1]d au conseil du port.\n",
	"a script without blanks":     "領港員應看守燈塔%[1]d。",
	"headings alone":              "%[1]d. Purpose of Part %[1]d\n\n",
	"headings that are all alike": "Article %[1]d. General duties\n\nThe goal of the Board is to keep the bays clean.\n\n",
	"goals that say one thing":    "Goal %[1]d: Clean bays %[1]d\nThe Board shall pursue Goal %[1]d and clean bays %[1]d.\n",
	"names for every sentence":    "The Agency for Pier%[1]d (AP%[1]d) shall help the Tide Commission %[1]d. ",
}

// mostGrowth is how much more work four times the text may be.
const mostGrowth = 12

// TestReadingIsLinear reads four times the text in no more than twelve times the
// work: less than the square, and more than four because a sentence of all the
// text grows too, up to where sentences are cut. Work is memory handed out, which can be counted, and the seconds of
// the processor, which a busy machine blurs: a second look decides. Where
// MANDATE_STRESS says how many bytes, it is with texts as long as that; the
// log says how much memory was held at a time.
func TestReadingIsLinear(t *testing.T) {
	long, _ := strconv.Atoi(os.Getenv("MANDATE_STRESS"))
	size := cmp.Or(long, 20_000)
	if long > 0 {
		defer debug.SetGCPercent(debug.SetGCPercent(15)) // as the program does
	}
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			short, full := effort{}, effort{}
			for range 2 {
				short, full = readHostile(t, unit, size/4), readHostile(t, unit, size)
				if full.seconds <= mostGrowth*short.seconds {
					break
				}
			}
			t.Logf("%d bytes: %.1f CPU s, %d MB handed out, peak %d MB", size, full.seconds, full.bytes>>20, full.peak>>20)
			if full.seconds > mostGrowth*short.seconds || full.bytes > mostGrowth*short.bytes {
				t.Errorf("%+v for %d bytes, %+v for a quarter of them", full, size, short)
			}
		})
	}
}

// effort is what a text cost.
type effort struct {
	seconds float64 // of the processor
	bytes   uint64  // of memory handed out
	peak    uint64  // bytes of memory held at a time, by the whole process
}

func readHostile(t *testing.T, unit string, size int) effort {
	t.Helper()
	var text strings.Builder
	for i := 0; text.Len() < size; i++ {
		if !strings.Contains(unit, "%") {
			text.WriteString(unit)
			continue
		}
		fmt.Fprintf(&text, unit, i)
	}
	p, source := pipeline(t), FromText("hostile.txt", "", []byte(text.String()))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	forgetPeak(t)
	start := processorSeconds(t)
	r, err := p.Read(t.Context(), source)
	if errors.Is(err, document.ErrTooLarge) {
		t.Skip("refused:", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	seconds := processorSeconds(t) - start
	runtime.ReadMemStats(&after)
	if len(r.Document.Sentences) == 0 {
		t.Fatal("nothing was read")
	}
	return effort{seconds, after.TotalAlloc - before.TotalAlloc, peakMemory(t)}
}

// forgetPeak has the kernel measure the most memory held from here on; where it
// cannot, the peak is that of all texts so far.
func forgetPeak(t *testing.T) {
	t.Helper()
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		t.Log(err)
	}
}

// peakMemory is the most memory, in bytes, that the process has held; 0 on
// systems that do not tell.
func peakMemory(t *testing.T) uint64 {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Log(err)
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes uint64
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		t.Fatal(err)
	}
	return kilobytes << 10
}
