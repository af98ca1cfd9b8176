// SPDX-License-Identifier: Apache-2.0
#include "web/routes/agreement_fields.hpp"

#include <algorithm>

#include "app/rounds/agreement.hpp"

namespace smm::web {

void add_agreement_fields(const Call& call, FormPage& form, const std::vector<FormError>& errors) {
  const auto current = app::current_agreement(call.texts());
  form.terms = {current.title, current.text};
  const bool agreed = call.form.fields.value("agree") == current.version;
  form.fields.push_back(boxes_field(
      {"agree", call.texts()("agreement.agree"), "",
       call.texts()("agreement.version", {{"version", current.version}}), error_of(errors, "agree")},
      {{current.version, call.texts()("agreement.agree_box"), "", agreed}}));
  add_consent_fields(call, form, consents_in(call), irb_in(call), errors);
}

void add_consent_fields(const Call& call, FormPage& form, const assessment::Consents& given,
                        const std::string& irb, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  std::vector<Box> boxes;
  for (const auto& kind : assessment::consent_kinds) {
    const std::string key = std::string("agreement.consents.") + kind.name;
    boxes.push_back({kind.name, texts(key + ".label"), texts(key + ".hint"), given.*kind.given});
  }
  form.fields.push_back(boxes_field({"consent", texts("agreement.consents.legend"), "",
                                     texts("agreement.consents.lead"), "", "text", "", true},
                                    boxes));
  form.fields.push_back(line_field({"irb", texts("agreement.irb"), irb, texts("agreement.irb_hint"),
                                    error_of(errors, "irb"), "text", "", true}));
}

assessment::Consents consents_in(const Call& call) {
  const auto chosen = call.form.fields.values("consent");
  assessment::Consents consents;
  for (const auto& kind : assessment::consent_kinds)
    consents.*kind.given = std::ranges::find(chosen, kind.name) != chosen.end();
  return consents;
}

std::string irb_in(const Call& call) {
  return std::string(call.form.fields.value("irb"));
}

}  // namespace smm::web
