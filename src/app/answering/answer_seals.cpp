// SPDX-License-Identifier: Apache-2.0
#include "app/answering/answer_seals.hpp"

#include "base/assert.hpp"
#include "crypto/framing.hpp"

namespace smm::app {
namespace {

// The row's fields have to outlive the call that uses them: the version's text is the caller's.
Row answer_row(const SheetKey& sheet, const assessment::AnswerPlace& place, const std::string& version) {
  return {"answer", sheet.round.text(), place.programme, place.item, version};
}

Row not_kept_row(const SheetKey& sheet, const assessment::NotKeptId& id) {
  return {"answer_not_kept", sheet.round.text(), id.text()};
}

}  // namespace

std::string seal_answer(const Seals& seals, const SheetKey& sheet, const assessment::AnswerPlace& place,
                        std::int64_t version, const assessment::GivenAnswer& given) {
  const std::string number = std::to_string(version);
  return seals.seal(answer_row(sheet, place, number), crypto::framed({given.value, given.reason}));
}

assessment::SheetAnswer open_answer(const Seals& seals, const SheetKey& sheet, const SealedAnswer& answer) {
  const std::string number = std::to_string(answer.version);
  const auto fields = crypto::unframed(seals.open(answer_row(sheet, answer.place, number), answer.sealed));
  SMM_ASSERT(fields && fields->size() == 2);
  return {answer.place, {answer.state, (*fields)[0], (*fields)[1]}, answer.version, answer.by, answer.at};
}

std::string seal_not_kept(const Seals& seals, const SheetKey& sheet, const assessment::NotKeptId& id,
                          const assessment::GivenAnswer& given) {
  return seals.seal(not_kept_row(sheet, id), crypto::framed({given.value, given.reason}));
}

assessment::GivenAnswer open_not_kept(const Seals& seals, const SheetKey& sheet,
                                      const SealedNotKept& answer) {
  const auto fields = crypto::unframed(seals.open(not_kept_row(sheet, answer.id), answer.sealed));
  SMM_ASSERT(fields && fields->size() == 2);
  return {answer.state, (*fields)[0], (*fields)[1]};
}

}  // namespace smm::app
