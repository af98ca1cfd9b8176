// SPDX-License-Identifier: Apache-2.0
// One school of a round, as the program office sees it: whom to write to, and what the office can do about
// it.
#include "web/routes/office_school.hpp"
#include "app/people/outbox_desk.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/outside_views.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/take_part.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/mail_table.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::ParticipationState;
using assessment::Right;
using render::View;

void add_step(Head& head, const Call& call, Right right, bool possible, const char* key,
              const std::string& href) {
  if (possible && office_may(call, right)) head.next.push_back({call.texts()(key), href, head.next.empty()});
}

Head part_head(const Call& call, const RoundShown& round, const PartShown& each) {
  const std::string path = part_path(round.round, each.school);
  const auto state = each.part.state;
  const auto& texts = call.texts();
  Head head{each.school.name, texts("part.state." + std::string(to_string(state))), round.round.title};
  const bool waits = state == ParticipationState::invited || state == ParticipationState::declined;
  add_step(head, call, Right::invite, waits, "office.remind", path + "/remind");
  add_step(head, call, Right::invite, waits, "office.letters.one", path + "/letter");
  add_step(head, call, Right::reopen_sheet, state == ParticipationState::submitted, "office.reopen",
           path + "/reopen");
  add_step(head, call, Right::run_rounds, round.round.practice, "practice.look", path + "/practice");
  add_step(head, call, Right::invite, !round.round.practice, "office.change_contacts", path + "/contacts");
  add_step(head, call, Right::invite, true, "outbox.part", path + "/mails");
  add_step(head, call, Right::open_answers, true, "office.see_answers", path + "/answers");
  return head;
}

View contacts_view(const Call& call, const assessment::Contacts& contacts) {
  const auto& texts = call.texts();
  View view;
  set_table(view, texts("office.contacts"),
            {texts("office.contact"), texts("people.name"), texts("people.email")},
            {{texts("office.dean"), "", {{contacts.dean.name}, {contacts.dean.email}}},
             {texts("office.interim"), "", {{contacts.interim.name}, {contacts.interim.email}}},
             {texts("office.director"), "", {{contacts.director.name}, {contacts.director.email}}},
             {texts("office.assistant"), "", {{""}, {contacts.assistant_email}}}});
  return view;
}

base::Result<Reply> show_part(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  auto page = part_page(call, loaded->first, loaded->second, {});
  if (!page) return page.problems();
  return Reply(std::move(*page));
}

Page reason_page(const Call& call, const std::string& key, const RoundShown& round, const PartShown& each,
                 const std::string& error) {
  const auto& texts = call.texts();
  FormPage form{{texts(key + ".title"), texts(key + ".lead"), each.school.name},
                call.request.path,
                texts(key + ".submit")};
  form.fields.push_back(
      area_field({"reason", texts(key + ".reason"), std::string(call.form.fields.value("reason")),
                  texts("office.reason_hint"), error},
                 3));
  if (!error.empty()) form.errors = {{error, "reason"}};
  form.status = error.empty() ? 200 : 422;
  form.grave = true;
  form.cancel_href = part_path(round.round, each.school);
  return form_page(std::move(form));
}

base::Result<Reply> show_reason(const Call& call, const std::string& key) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  return Reply(reason_page(call, key, loaded->first, loaded->second, ""));
}

base::Result<Reply> show_reopen_sheet(const Call& call) {
  return show_reason(call, "office.reopening");
}
base::Result<Reply> show_stewardship(const Call& call) {
  return show_reason(call, "office.stewardship");
}

base::Result<Reply> take_reopen_sheet(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const std::string reason(call.form.fields.value("reason"));
  const auto reopened = app::reopen_sheet(call.installation(), call.site.pages, *call.actor,
                                          {each.part.round, each.part.school}, reason);
  if (reopened) return Reply(Redirect{part_path(round.round, each.school), "sheet_reopened"});
  if (reopened.problems().front().code != app::rounds_problem::reason_needed.code) return reopened.problems();
  return Reply(reason_page(call, "office.reopening", round, each, reopened.problems().front().sentence));
}

base::Result<Reply> take_stewardship(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const std::string reason(call.form.fields.value("reason"));
  const auto begun = app::begin_stewardship(call.installation(), call.site.pages, *call.actor,
                                            {each.part.round, each.part.school}, reason);
  if (begun) return Reply(Redirect{"/rounds/" + round.round.code + "/schools/" + each.school.code});
  return Reply(reason_page(call, "office.stewardship", round, each, begun.problems().front().sentence));
}

base::Result<Reply> show_reminding(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& texts = call.texts();
  FormPage form{{texts("office.reminding.title"), texts("office.reminding.lead"), loaded->second.school.name},
                call.request.path,
                texts("office.reminding.submit")};
  form.cancel_href = part_path(loaded->first.round, loaded->second.school);
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_reminding(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const auto reminded = app::remind_school(call.installation(), call.site.pages,
                                           {each.part.round, each.part.school}, call.actor->name_in_log());
  if (!reminded) return reminded.problems();
  return Reply(Redirect{part_path(round.round, each.school), "school_reminded"});
}

base::Result<Reply> show_mails(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const auto mails = app::mails_of_part(call.installation(), each.part.round, each.part.school);
  if (!mails) return mails.problems();
  const auto& texts = call.texts();
  Page page = list_page({texts("outbox.part"), texts("outbox.lead"), each.school.name}, texts("outbox.part"),
                        mail_columns(call), mail_rows(call, *mails), texts("outbox.nothing"));
  page.crumbs = part_crumbs(call, round.round, each.school, texts("outbox.part"));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Crumb> part_crumbs(const Call& call, const assessment::Round& round,
                               const assessment::School& school, const std::string& title) {
  std::vector<Crumb> crumbs = {{call.texts()("office.title"), "/office"}, {round.title, round_path(round)}};
  if (title.empty()) {
    crumbs.push_back({school.name, ""});
  } else {
    crumbs.push_back({school.name, part_path(round, school)});
    crumbs.push_back({title, ""});
  }
  return crumbs;
}

base::Result<Page> part_page(const Call& call, const RoundShown& round, const PartShown& each,
                             const base::Problems& problems) {
  const auto calls = app::calls_with(call.installation(), {each.part.round, each.part.school});
  if (!calls) return calls.problems();
  Page page{"page_office_school", {}, each.school.name, part_crumbs(call, round.round, each.school, "")};
  set_head(page.view, part_head(call, round, each));
  page.view.set("contacts", View::List{contacts_view(call, each.school.contacts)});
  page.view.set("address", each.school.contacts.address).set("talks", office_may(call, Right::invite));
  set_calls(call, page.view, part_path(round.round, each.school) + "/calls", *calls, problems);
  page.status = problems.empty() ? 200 : 422;
  return page;
}

std::vector<Endpoint> office_school_endpoints() {
  const std::string school = "/office/rounds/{round:word}/schools/{school}";
  const auto weighty = [](Right right) { return confirmed(for_office(right)); };
  return {get(school, "office_school", office_visitors(), show_part),
          get(school + "/mails", "school_mails", for_office(Right::invite), show_mails),
          get(school + "/remind", "remind_school_form", for_office(Right::invite), show_reminding),
          post(school + "/remind", "remind_school", for_office(Right::invite), take_reminding),
          get(school + "/reopen", "reopen_sheet_form", weighty(Right::reopen_sheet), show_reopen_sheet),
          post(school + "/reopen", "reopen_sheet", weighty(Right::reopen_sheet), take_reopen_sheet),
          get(school + "/answers", "open_answers_form", weighty(Right::open_answers), show_stewardship),
          post(school + "/answers", "open_answers", weighty(Right::open_answers), take_stewardship)};
}

}  // namespace smm::web
