package english

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"
	"testing/fstest"

	"mandate/data"
)

func modelFile(t testing.TB) []byte {
	t.Helper()
	var file bytes.Buffer
	if _, err := randomModel(t).WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestModelSurvivesItsFile(t *testing.T) {
	file := modelFile(t)
	m, err := Load(fstest.MapFS{ModelFile: {Data: file}})
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if _, err := m.WriteTo(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Bytes(), file) {
		t.Error("a model read and written again is another file")
	}
	if !strings.HasPrefix(m.Version(), "english-") || len(m.Version()) != len("english-")+8 {
		t.Errorf("version %q", m.Version())
	}
}

func TestLoadErrors(t *testing.T) {
	file := modelFile(t)
	damaged := bytes.Clone(file)
	damaged[len(damaged)/2] ^= 1
	cases := []struct {
		name, want string
		fs         fstest.MapFS
	}{
		{"missing", "make train", fstest.MapFS{}},
		{"empty", "not a language model", fstest.MapFS{ModelFile: {}}},
		{"other file", "not a language model", fstest.MapFS{ModelFile: {Data: []byte("PK\x03\x04 something else entirely")}}},
		{"head only", "truncated", fstest.MapFS{ModelFile: {Data: file[:len(modelMagic)+9]}}},
		{"truncated", "truncated or damaged", fstest.MapFS{ModelFile: {Data: file[:len(file)-1]}}},
		{"damaged", "truncated or damaged", fstest.MapFS{ModelFile: {Data: damaged}}},
	}
	for _, c := range cases {
		if _, err := Load(c.fs); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// FuzzDecodeModel gives the decoder files whose checksum is right, so that its
// own checks are what stands between them and a panic.
func FuzzDecodeModel(f *testing.F) {
	payload := modelFile(f)[len(modelMagic)+sha256.Size:]
	f.Add(payload)
	f.Add(payload[:len(payload)/3])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, payload []byte) {
		sum := sha256.Sum256(payload)
		m, err := decodeModel(append(append([]byte(modelMagic), sum[:]...), payload...), genericKernel{})
		if err != nil {
			return
		}
		s := sentenceOf([]string{"A", "treaty", "binds", "."})
		m.Annotate(&s)
		checkSentence(t, s)
	})
}

func BenchmarkLoad(b *testing.B) {
	start := processorSeconds(b)
	for b.Loop() {
		if _, err := Load(data.FS); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((processorSeconds(b)-start)*1000/float64(b.N), "CPU-ms/op")
}
