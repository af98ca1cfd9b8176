// SPDX-License-Identifier: Apache-2.0
// An answer's value and reason as one sealed blob, bound to the row it stands in.
#pragma once

#include "app/installation/seals.hpp"
#include "app/installation/sheets.hpp"

namespace smm::app {

std::string seal_answer(const Seals& seals, const SheetKey& sheet, const assessment::AnswerPlace& place,
                        std::int64_t version, const assessment::GivenAnswer& given);

assessment::SheetAnswer open_answer(const Seals& seals, const SheetKey& sheet, const SealedAnswer& answer);

// Likewise for an answer that did not come to stand.
std::string seal_not_kept(const Seals& seals, const SheetKey& sheet, const assessment::NotKeptId& id,
                          const assessment::GivenAnswer& given);

assessment::GivenAnswer open_not_kept(const Seals& seals, const SheetKey& sheet, const SealedNotKept& answer);

}  // namespace smm::app
