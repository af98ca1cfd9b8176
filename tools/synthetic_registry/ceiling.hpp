// SPDX-License-Identifier: Apache-2.0
// How well anybody could link the invented roster: Bayes' theorem with the very probabilities that invented
// it.
//
// Every graduate's candidates are those that `smm link --explain` retrieved; each is weighed by the chance
// that its row of the registry leads to the row of the roster, against the chance of that row for somebody
// who is absent, or who is present under an unrelated surname and was not retrieved. Slips are weighed as the
// generator makes them; surnames and first names by how often they were invented. The result has the columns
// of links.csv that link_figures reads.
//
// Holds for the plain assumptions of names and years (maiden_in_middle, late_number and names_of_one_origin
// are 0), and before graduates compete with each other.
#pragma once

#include <cstdint>
#include <string>

namespace synthetic {

// `explanations`: the bytes of explain.jsonl.
std::string best_possible_links(std::uint64_t seed, std::uint64_t rows, std::uint64_t graduates,
                                const std::string& explanations);

}  // namespace synthetic
