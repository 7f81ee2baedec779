// SPDX-License-Identifier: Apache-2.0

// Reads a log as Go's own libraries do: peer KEYFILE LOGDIR PROOFFILE LEAFHEX OLDERSIZE
// Prints "verified" when both signatures, the tiles, the proof and the consistency of an older size hold.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"filippo.io/mldsa"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

// cosigner verifies signature type 0x06 of C2SP tlog-cosignature for a whole tree.
type cosigner struct {
	name string
	id   uint32
	key  *mldsa.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.id }

func (c cosigner) Verify(text, signature []byte) bool {
	lines := strings.Split(string(text), "\n")
	size := must(strconv.ParseUint(lines[1], 10, 64))
	root := must(base64.StdEncoding.DecodeString(lines[2]))
	var message bytes.Buffer
	message.WriteString("subtree/v1\n\x00")
	message.WriteByte(byte(len(c.name)))
	message.WriteString(c.name)
	message.Write(signature[:8])
	message.WriteByte(byte(len(lines[0])))
	message.WriteString(lines[0])
	binary.Write(&message, binary.BigEndian, uint64(0))
	binary.Write(&message, binary.BigEndian, size)
	message.Write(root)
	return mldsa.Verify(c.key, message.Bytes(), signature[8:], nil) == nil
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	id := must(strconv.ParseUint(parts[1], 16, 32))
	material := must(base64.StdEncoding.DecodeString(parts[2]))
	if material[0] != 6 {
		check(errors.New("the second key is not of type 6"))
	}
	return cosigner{parts[0], uint32(id), must(mldsa.NewPublicKey(mldsa.MLDSA44(), material[1:]))}
}

// tiles reads a directory in the layout of C2SP tlog-tiles, which leaves out Go's height.
type tiles string

func (d tiles) Height() int                     { return 8 }
func (d tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (d tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(d), path))
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func main() {
	keys := strings.Split(string(must(os.ReadFile(os.Args[1]))), "\n")
	known := note.VerifierList(must(note.NewVerifier(keys[0])), newCosigner(keys[1]))
	proof := string(must(os.ReadFile(os.Args[3])))
	head, signed, _ := strings.Cut(proof, "\n\n")
	opened := must(note.Open([]byte(signed), known))
	if len(opened.Sigs) != 2 {
		check(fmt.Errorf("%d signatures verified, not 2", len(opened.Sigs)))
	}
	published := must(os.ReadFile(filepath.Join(os.Args[2], "checkpoint")))
	if string(published) != signed {
		check(errors.New("the published checkpoint is another"))
	}
	lines := strings.Split(opened.Text, "\n")
	tree := tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: must(tlog.ParseHash(lines[2]))}

	lines = strings.Split(head, "\n")
	index := must(strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64))
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		path = append(path, must(tlog.ParseHash(line)))
	}
	leaf := must(hex.DecodeString(os.Args[4]))
	check(tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(leaf)))

	reader := tlog.TileHashReader(tree, tiles(os.Args[2]))
	// The proof that we wrote is the one that Go makes from our tiles, each tile checked against the root as it is read.
	again := must(tlog.ProveRecord(tree.N, index, reader))
	if len(again) != len(path) {
		check(fmt.Errorf("a proof of %d hashes, out of the tiles %d", len(path), len(again)))
	}
	for i := range again {
		if again[i] != path[i] {
			check(fmt.Errorf("hash %d of the proof is not the tiles'", i))
		}
	}
	older := must(strconv.ParseInt(os.Args[5], 10, 64))
	growth := must(tlog.ProveTree(tree.N, older, reader))
	check(tlog.CheckTree(growth, tree.N, tree.Hash, older, must(tlog.TreeHash(older, reader))))
	fmt.Println("verified")
}
