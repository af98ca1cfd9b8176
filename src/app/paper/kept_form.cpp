// SPDX-License-Identifier: Apache-2.0
#include "app/paper/kept_form.hpp"

#include "app/installation/retention_settings.hpp"
#include "base/assert.hpp"
#include "base/document_reader.hpp"
#include "crypto/framing.hpp"

namespace smm::app {
namespace {

std::string framed_kept(const KeptAnswer& answer) {
  const std::string version = std::to_string(answer.version);
  return crypto::framed(
      {answer.key, answer.written.state, answer.written.value, answer.written.reason, answer.cell, version});
}

KeptAnswer unframed_kept(const std::string& bytes) {
  auto fields = crypto::unframed(bytes);
  SMM_ASSERT(fields && fields->size() == 6);
  auto& f = *fields;
  return {f[0], {f[1], f[2], f[3]}, f[4], base::parse_integer(f[5]).value_or(0)};
}

std::size_t count_in(const std::string& text) {
  return static_cast<std::size_t>(base::parse_integer(text).value_or(0));
}

}  // namespace

std::string seal_form(const Seals& seals, const ReturnedFormId& id, const KeptForm& form) {
  std::vector<std::string> fields = {std::to_string(form.untouched), std::to_string(form.others),
                                     form.settled ? "settled" : ""};
  for (const KeptAnswer& answer : form.answers) fields.push_back(framed_kept(answer));
  const std::vector<std::string_view> views(fields.begin(), fields.end());
  return seals.seal({"returned_form", id.text()}, crypto::framed(views));
}

KeptForm open_form(const Seals& seals, const ReturnedForm& form) {
  const auto fields = crypto::unframed(seals.open({"returned_form", form.id.text()}, form.sealed));
  SMM_ASSERT(fields && fields->size() >= 3);
  KeptForm kept{count_in((*fields)[0]), count_in((*fields)[1]), {}, !(*fields)[2].empty()};
  for (std::size_t i = 3; i < fields->size(); ++i) kept.answers.push_back(unframed_kept((*fields)[i]));
  return kept;
}

void sweep_returned_forms(Records& records, base::Instant now) {
  if (is_on_legal_hold(records)) return;
  records.returned_forms.sweep(now + -returned_form_waits);
}

void sweep_returned_forms(Installation& installation) {
  (void)change<bool>(installation.database, installation.clock,
                     [](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                       sweep_returned_forms(records, now);
                       return Change<bool>::bookkeeping(true);
                     });
}

}  // namespace smm::app
