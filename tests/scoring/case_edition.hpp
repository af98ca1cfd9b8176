// SPDX-License-Identifier: Apache-2.0
// Makes an edition from the tables of a case, through the loader and all its checks. Help texts, reasons,
// offices and everything else that an edition owes its readers but scores do not hang on is filled in.
#pragma once

#include "base/result.hpp"
#include "case_file.hpp"
#include "instrument/load_edition.hpp"

namespace smm::test {

// Places of problems are lines of the case file. Throws std::runtime_error for notation that cannot be read.
base::Result<instrument::Edition> case_edition(const CaseFile& file);

// The program that rows without one mean: the first.
std::string usual_programme(const CaseFile& file);

}  // namespace smm::test
