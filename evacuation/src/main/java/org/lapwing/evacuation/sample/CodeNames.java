// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.sample;

import java.util.List;

/** Invented code names: households by a colour and a bird, places and helpers by a letter and a number. */
final class CodeNames {
    private static final List<String> COLOURS = List.of(
            "amber", "ashen", "azure", "black", "blue", "brown", "copper", "crimson", "dusky", "fallow", "golden",
            "green", "grey", "ivory", "olive", "pale", "red", "russet", "sable", "silver", "tawny", "teal", "umber",
            "white");
    private static final List<String> BIRDS = List.of(
            "auk",
            "avocet",
            "bittern",
            "bunting",
            "chough",
            "coot",
            "crake",
            "crane",
            "curlew",
            "dipper",
            "dove",
            "dunlin",
            "egret",
            "finch",
            "gannet",
            "godwit",
            "grebe",
            "heron",
            "jackdaw",
            "kestrel",
            "lark",
            "linnet",
            "magpie",
            "martin",
            "nuthatch",
            "oriole",
            "ouzel",
            "petrel",
            "pipit",
            "plover",
            "quail",
            "rail",
            "raven",
            "redstart",
            "robin",
            "rook",
            "shrike",
            "siskin",
            "snipe",
            "sparrow",
            "starling",
            "stilt",
            "stork",
            "swift",
            "teal",
            "tern",
            "thrush",
            "warbler",
            "wheatear",
            "wren");

    private CodeNames() {}

    static String household(int number) {
        String colour = COLOURS.get(number * 7 % COLOURS.size());
        String bird = BIRDS.get(number / COLOURS.size() % BIRDS.size());
        int round = number / (COLOURS.size() * BIRDS.size());
        return colour + "-" + bird + (round == 0 ? "" : "-" + (round + 1));
    }

    static String plain(int number) {
        return (char) ('a' + number % 26) + Integer.toString(number / 26 + 1);
    }
}
