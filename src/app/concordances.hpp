// SPDX-License-Identifier: Apache-2.0
// Use case: check the concordances that stand beside an edition. In a folder of instruments,
//
//   smm-2026/edition.yaml …        editions
//   schemes/smm-2019.yaml          area schemes of earlier structures
//   concordance/A--B.yaml          what became of A's areas and items in B
//
// every concordance that has the edition on one of its sides is loaded and checked against both.
#pragma once

#include <string>
#include <vector>

#include "app/files.hpp"
#include "base/result.hpp"
#include "instrument/concordance.hpp"
#include "instrument/edition.hpp"

namespace smm::app {

// `edition_folder` is where `edition` was loaded from; its parent is the folder of instruments. Empty when
// there are no concordances. Problems of schemes, other editions and concordances are reported together.
base::Result<std::vector<instrument::Concordance>> check_concordances(const Files& files,
                                                                      const std::string& edition_folder,
                                                                      const instrument::Edition& edition);

}  // namespace smm::app
