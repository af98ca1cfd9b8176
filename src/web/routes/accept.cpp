// SPDX-License-Identifier: Apache-2.0
// A dean accepts the invitation for the school, or declines it.
#include <algorithm>

#include "app/rounds/take_part.hpp"
#include "web/routes/agreement_fields.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/answering.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

std::vector<Box> area_boxes(const Call& call, const std::vector<std::string_view>& chosen) {
  std::vector<Box> boxes;
  for (const auto& section : call.where->edition->edition.sections) {
    if (section.kind != instrument::SectionKind::area) continue;
    boxes.push_back({section.id, section.label, "", std::ranges::find(chosen, section.id) != chosen.end()});
  }
  return boxes;
}

Page accept_page(const Call& call, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  const std::string mode =
      value("mode").empty() ? (call.where->participation.solo ? "solo" : "together") : value("mode");
  FormPage form{{texts("accept.title"), texts("accept.lead", {{"round", call.where->round.title}}),
                 call.where->school.name},
                call.where->path() + "/accept",
                texts("accept.submit")};
  form.fields = {
      radios_field({"mode", texts("accept.mode")},
                   {{"together", texts("accept.together"), texts("accept.together_hint"), mode == "together"},
                    {"solo", texts("accept.solo"), texts("accept.solo_hint"), mode == "solo"}}),
      line_field({"coordinator_name", texts("accept.coordinator_name"), value("coordinator_name"), "", "",
                  "text", "", true}),
      line_field({"coordinator_email", texts("accept.coordinator_email"), value("coordinator_email"),
                  texts("accept.coordinator_hint"), error_of(errors, "coordinator_email"), "email", "",
                  true}),
      boxes_field({"priority", texts("accept.priorities"), "", texts("accept.priorities_hint"),
                   error_of(errors, "priority"), "text", "", true},
                  area_boxes(call, call.form.fields.values("priority")))};
  add_agreement_fields(call, form, errors);
  form.errors = errors;
  form.head.next.push_back({texts("decline.title"), call.where->path() + "/decline", false});
  form.cancel_href = call.where->path();
  form.status = errors.empty() ? 200 : 422;
  Page page = form_page(std::move(form));
  page.crumbs = {{call.where->round.title, call.where->path()}, {texts("accept.title"), ""}};
  return page;
}

base::Result<Reply> show_accept(const Call& call) {
  return Reply(accept_page(call, {}));
}

app::AcceptRequest acceptance_in(const Call& call) {
  const auto& fields = call.form.fields;
  app::AcceptRequest request;
  request.solo = fields.value("mode") == "solo";
  request.coordinator = {std::string(fields.value("coordinator_name")),
                         std::string(fields.value("coordinator_email"))};
  for (const auto area : fields.values("priority")) request.priorities.emplace_back(area);
  request.agreed = {std::string(fields.value("agree")), consents_in(call), irb_in(call)};
  return request;
}

// Which field of the page a refusal is about.
std::string field_of(const base::Problem& refused) {
  const std::string_view code = refused.code;
  if (code == "too_many_priorities") return "priority";
  if (code == "agreement_needed") return "agree";
  return code == "bad_irb" ? "irb" : "coordinator_email";
}

base::Result<Reply> take_accept(const Call& call) {
  const app::AcceptRequest request = acceptance_in(call);
  if (!request.solo && request.coordinator.address.empty())
    return Reply(accept_page(call, {{call.texts()("accept.coordinator_missing"), "coordinator_email"}}));
  const auto accepted =
      app::accept_invitation(call.installation(), call.site.pages, *call.actor, *call.where, request);
  if (accepted) return Reply(Redirect{call.where->path(), "accepted"});
  if (status_of(accepted.problems()) == 409) return accepted.problems();
  const base::Problem& refused = accepted.problems().front();
  return Reply(accept_page(call, {{refused.sentence, field_of(refused)}}));
}

base::Result<Reply> show_decline(const Call& call) {
  const auto& texts = call.texts();
  FormPage form{{texts("decline.title"), texts("decline.lead"), call.where->school.name},
                call.where->path() + "/decline",
                texts("decline.submit")};
  form.fields.push_back(
      area_field({"reason", texts("decline.reason"), "", texts("decline.hint"), "", "text", "", true}, 3));
  form.grave = true;
  form.cancel_href = call.where->path();
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_decline(const Call& call) {
  const std::string reason(call.form.fields.value("reason"));
  const auto declined = app::decline_invitation(call.installation(), *call.actor, *call.where, reason);
  if (!declined) return declined.problems();
  return Reply(Redirect{call.where->path(), "declined"});
}

}  // namespace

std::vector<Endpoint> accept_endpoints() {
  const std::string school = "/rounds/{round}/schools/{school}";
  const Access leader = for_school(assessment::Right::accept);
  return {get(school + "/accept", "accept_form", leader, show_accept),
          post(school + "/accept", "accept", leader, take_accept),
          get(school + "/decline", "decline_form", leader, show_decline),
          post(school + "/decline", "decline", leader, take_decline)};
}

}  // namespace smm::web
