// SPDX-License-Identifier: Apache-2.0
// What the school agreed to, its free consents, and leaving the round.
#include "app/rounds/agreement.hpp"

#include "app/rounds/take_part.hpp"
#include "assessment/problems.hpp"
#include "web/routes/agreement_fields.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/answering.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::ParticipationState;
using assessment::Right;

bool may_withdraw(const Call& call) {
  const auto state = call.where->participation.state;
  const bool takes_part = state == ParticipationState::accepted || state == ParticipationState::submitted ||
                          state == ParticipationState::reopened;
  return takes_part && call.where->round.state != assessment::RoundState::frozen;
}

std::string who_said(const Call& call, const app::KeptAgreement& kept) {
  std::string name;
  call.installation().database.read([&](app::Records& records) {
    const auto person = records.people.by_id(kept.by);
    name = person ? person->name : "";
  });
  return name;
}

// "Agreed by Dora Vance on …", and when the consents were last said anew.
std::vector<std::string> history_words(const Call& call, const std::vector<app::KeptAgreement>& kept) {
  std::vector<std::string> words;
  for (const auto& each : {kept.front(), kept.back()}) {
    const char* key = each.number == 1 ? "agreement.agreed" : "agreement.changed";
    const std::string who = who_said(call, each);
    const std::string day = full_time(call, each.at);
    words.push_back(call.texts()(key, {{"who", who}, {"day", day}, {"version", each.agreement.version}}));
    if (kept.size() == 1) break;
  }
  return words;
}

base::Result<Reply> agreement_page(const Call& call, const base::Problems& refused) {
  const auto kept = app::agreements_of(call.installation(), call.where->key());
  if (!kept) return kept.problems();
  const auto& texts = call.texts();
  if (kept->empty())
    return base::Problem(assessment::problem::not_accepted, "The school has not agreed to anything yet");
  const auto& last = kept->back().agreement;
  FormPage form{{texts("agreement.title"), texts("agreement.lead"), call.where->school.name},
                call.where->path() + "/agreement",
                texts("agreement.save")};
  if (const auto text = app::agreement_text(texts, last.version)) form.terms = {text->title, text->text};
  for (const auto& problem : refused) form.errors.push_back({problem.sentence, "irb"});
  add_consent_fields(call, form, refused.empty() ? last.consents : consents_in(call),
                     refused.empty() ? last.irb : irb_in(call), form.errors);
  form.below = history_words(call, *kept);
  if (may_withdraw(call))
    form.head.next.push_back({texts("withdraw.title"), call.where->path() + "/withdraw", false});
  form.cancel_href = call.where->path();
  form.status = refused.empty() ? 200 : 422;
  Page page = form_page(std::move(form));
  page.crumbs = {{call.where->round.title, call.where->path()}, {texts("agreement.title"), ""}};
  return Reply(std::move(page));
}

base::Result<Reply> show_agreement(const Call& call) {
  return agreement_page(call, {});
}

base::Result<Reply> take_consents(const Call& call) {
  const auto changed =
      app::change_consents(call.installation(), *call.actor, *call.where, consents_in(call), irb_in(call));
  if (changed) return Reply(Redirect{call.where->path() + "/agreement", "consents_saved"});
  if (status_of(changed.problems()) == 409) return changed.problems();
  return agreement_page(call, changed.problems());
}

Page withdraw_page(const Call& call, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  FormPage form{{texts("withdraw.title"), texts("withdraw.lead"), call.where->school.name},
                call.where->path() + "/withdraw",
                texts("withdraw.submit")};
  form.fields = {
      boxes_field({"sure", texts("withdraw.sure"), "", texts("withdraw.sure_hint"), error_of(errors, "sure")},
                  {{"yes", texts("withdraw.sure_box")}}),
      area_field({"reason", texts("decline.reason"), std::string(call.form.fields.value("reason")),
                  texts("decline.hint"), "", "text", "", true},
                 3)};
  form.errors = errors;
  form.grave = true;
  form.cancel_href = call.where->path() + "/agreement";
  form.status = errors.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_withdraw(const Call& call) {
  return Reply(withdraw_page(call, {}));
}

base::Result<Reply> take_withdraw(const Call& call) {
  if (call.form.fields.value("sure") != "yes")
    return Reply(withdraw_page(call, {{call.texts()("withdraw.not_sure"), "sure"}}));
  const std::string reason(call.form.fields.value("reason"));
  const auto left = app::withdraw_school(call.installation(), *call.actor, *call.where, reason);
  if (!left) return left.problems();
  return Reply(Redirect{call.where->path(), "withdrawn"});
}

base::Result<Reply> show_public_agreement(const Call& call) {
  return Reply(message_page(call, "agreement.versions." + call.texts()("agreement.current") + ".", {}));
}

}  // namespace

std::vector<Endpoint> agreement_endpoints() {
  const std::string school = "/rounds/{round}/schools/{school}";
  const Access leader = for_school(Right::accept);
  return {get(school + "/agreement", "agreement", leader, show_agreement),
          post(school + "/agreement", "consents", leader, take_consents),
          get(school + "/withdraw", "withdraw_form", leader, show_withdraw),
          post(school + "/withdraw", "withdraw", leader, take_withdraw),
          get("/about/agreement", "public_agreement", for_anyone(), show_public_agreement)};
}

}  // namespace smm::web
