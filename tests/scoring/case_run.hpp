// SPDX-License-Identifier: Apache-2.0
// Scores the answers of a case as `smm score --skip-bad` does, through the same use case and the same files,
// and tells where the outcome is not what the case expects.
#pragma once

#include <string>
#include <vector>

#include "case_file.hpp"

namespace smm::test {

// One sentence per disagreement; empty when the case holds. Numbers agree when they do at the decimals that
// the case gives.
std::vector<std::string> disagreements(const CaseFile& file);

// The answers and weights of a case as the files a school would send.
std::string answer_file(const CaseFile& file);
std::string weight_file(const CaseFile& file);

}  // namespace smm::test
