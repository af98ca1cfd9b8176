// SPDX-License-Identifier: Apache-2.0
// The office sets the days on which a round reminds people, and sees what they would get.
#include "app/rounds/problems.hpp"
#include "app/rounds/send_reminders.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/mail_preview.hpp"
#include "web/routes/office_round.hpp"
#include "web/session/page_parts.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using app::Audience;
using app::ReminderSchedule;
using app::ReminderState;
using app::ScheduledReminder;
using render::View;

std::string reminded_round(const Call& call) {
  return call.request.captures.text("round");
}

std::string reminders_path(const assessment::Round& round) {
  return round_path(round) + "/reminders";
}

std::string audience_words(const Call& call, Audience audience) {
  return call.texts()("office.reminders.to_whom." + std::string(to_string(audience)));
}

View reminder_tag(const Call& call, ReminderState state) {
  return tag_view({call.texts()("office.reminders.state_of." + std::string(to_string(state))),
                   state == ReminderState::sent, state == ReminderState::missed, false,
                   state == ReminderState::waiting});
}

TableRowShown reminder_row(const Call& call, const assessment::Round& round, const ScheduledReminder& each) {
  Cell act{""};
  if (each.state == ReminderState::waiting)
    act = {call.texts()("office.reminders.remove"), false,
           reminders_path(round) + "/" + std::to_string(each.kept.number) + "/remove"};
  return {each.kept.day,
          "",
          {{audience_words(call, each.audience)}, {"", reminder_tag(call, each.state)}, std::move(act)}};
}

std::vector<Box> audience_boxes(const Call& call, const ReminderSchedule& schedule) {
  const auto chosen =
      app::audience_named(call.form.fields.value("audience")).value_or(Audience::not_answered);
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < app::audiences.size(); ++i) {
    const Audience audience = app::audiences[i];
    boxes.push_back({std::string(to_string(audience)), audience_words(call, audience),
                     call.texts().counted("office.reminders.people", static_cast<long>(schedule.people[i])),
                     audience == chosen});
  }
  return boxes;
}

View::List looks_of(const Call& call, const assessment::Round& round) {
  return render::views(app::audiences, [&](Audience audience) {
    const std::string name(to_string(audience));
    return View()
        .set("label", call.texts()("office.reminders.see." + name))
        .set("href", reminders_path(round) + "/preview?audience=" + name);
  });
}

Page schedule_page(const Call& call, const ReminderSchedule& schedule, const std::string& error) {
  const auto& texts = call.texts();
  const std::string title = texts("office.reminders.title");
  Page page{"page_reminders", {}, title};
  set_head(page.view, {title, texts("office.reminders.lead"), schedule.round.title});
  set_errors(page.view, error.empty() ? std::vector<FormError>{} : std::vector<FormError>{{error, "day"}});
  std::vector<TableRowShown> rows;
  for (const auto& each : schedule.reminders) rows.push_back(reminder_row(call, schedule.round, each));
  set_table(page.view, title,
            {texts("office.reminders.day"), texts("office.reminders.to"), texts("office.reminders.state"),
             texts("office.reminders.act")},
            rows);
  page.view.set("nothing",
                empty_view(texts("office.reminders.nothing"), texts("office.reminders.nothing_text")));
  Line day{"day", texts("office.reminders.day"), std::string(call.form.fields.value("day"))};
  day.error = error;
  set_fields(page.view, {day_field(day), radios_field({"audience", texts("office.reminders.to")},
                                                      audience_boxes(call, schedule))});
  page.view.set("action", reminders_path(schedule.round)).set("submit", texts("office.reminders.submit"));
  page.view.set("looks", looks_of(call, schedule.round));
  page.crumbs = {
      {texts("office.title"), "/office"}, {schedule.round.title, round_path(schedule.round)}, {title, ""}};
  page.status = error.empty() ? 200 : 422;
  return page;
}

base::Result<Reply> show_reminders(const Call& call) {
  const auto schedule = app::reminder_schedule(call.installation(), reminded_round(call));
  if (!schedule) return schedule.problems();
  return Reply(schedule_page(call, *schedule, ""));
}

base::Result<Reply> take_reminder(const Call& call) {
  const auto audience =
      app::audience_named(call.form.fields.value("audience")).value_or(Audience::not_answered);
  const auto added =
      app::add_reminder(call.installation(), reminded_round(call), std::string(call.form.fields.value("day")),
                        audience, call.actor->name_in_log());
  if (added) return Reply(Redirect{"/office/rounds/" + reminded_round(call) + "/reminders", "reminder_set"});
  if (added.problems().front().code != app::rounds_problem::bad_reminder.code) return added.problems();
  const auto schedule = app::reminder_schedule(call.installation(), reminded_round(call));
  if (!schedule) return schedule.problems();
  return Reply(schedule_page(call, *schedule, added.problems().front().sentence));
}

std::int64_t wanted_number(const Call& call) {
  return static_cast<std::int64_t>(call.request.captures.number("number"));
}

base::Result<Reply> show_removing(const Call& call) {
  const auto schedule = app::reminder_schedule(call.installation(), reminded_round(call));
  if (!schedule) return schedule.problems();
  const auto& texts = call.texts();
  std::string day;
  for (const auto& each : schedule->reminders)
    if (each.kept.number == wanted_number(call)) day = each.kept.day;
  FormPage form{{texts("office.reminders.removing.title"),
                 texts("office.reminders.removing.lead", {{"day", day}}), schedule->round.title},
                call.request.path,
                texts("office.reminders.removing.submit")};
  form.cancel_href = reminders_path(schedule->round);
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_removing(const Call& call) {
  const auto removed = app::remove_reminder(call.installation(), reminded_round(call), wanted_number(call),
                                            call.actor->name_in_log());
  if (!removed) return removed.problems();
  return Reply(Redirect{"/office/rounds/" + reminded_round(call) + "/reminders", "reminder_removed"});
}

// ---- The mail, beforehand

struct ReminderPreview {
  RoundShown round;
  Audience audience;
  std::string school;  // code
  app::Mail mail;
};

base::Result<ReminderPreview> reminder_preview(const Call& call) {
  auto round = load_round(call);
  if (!round) return round.problems();
  const auto audience =
      app::audience_named(call.request.query.value("audience")).value_or(Audience::not_answered);
  std::string school(call.request.query.value("school"));
  if (school.empty() && !round->parts.empty()) school = round->parts.front().school.code;
  auto mail =
      app::preview_reminder(call.installation(), call.site.pages, reminded_round(call), school, audience);
  if (!mail) return mail.problems();
  return ReminderPreview{std::move(*round), audience, std::move(school), std::move(*mail)};
}

base::Result<Reply> show_reminder_mail(const Call& call) {
  const auto preview = reminder_preview(call);
  if (!preview) return preview.problems();
  const auto& texts = call.texts();
  const auto& round = preview->round.round;
  const std::string html = reminders_path(round) +
                           "/preview/html?audience=" + std::string(to_string(preview->audience)) +
                           "&school=" + escaped(preview->school);
  Page page = mail_page(call, preview->mail,
                        {{texts("office.preview.title"), texts("office.preview.lead"), round.title},
                         {},
                         {{texts("office.preview.html"), html}}});
  page.crumbs = {{texts("office.title"), "/office"},
                 {round.title, round_path(round)},
                 {texts("office.reminders.title"), reminders_path(round)},
                 {texts("office.preview.title"), ""}};
  return Reply(std::move(page));
}

base::Result<Reply> show_reminder_html(const Call& call) {
  const auto preview = reminder_preview(call);
  if (!preview) return preview.problems();
  return mail_document(preview->mail);
}

}  // namespace

std::vector<Endpoint> office_reminder_endpoints() {
  const std::string path = "/office/rounds/{round:word}/reminders";
  const Access inviting = for_office(assessment::Right::invite);
  return {get(path, "reminders", inviting, show_reminders),
          post(path, "set_reminder", inviting, take_reminder),
          get(path + "/{number:number}/remove", "remove_reminder_form", inviting, show_removing),
          post(path + "/{number:number}/remove", "remove_reminder", inviting, take_removing),
          get(path + "/preview", "preview_reminder", inviting, show_reminder_mail),
          get(path + "/preview/html", "preview_reminder_html", inviting, show_reminder_html)};
}

}  // namespace smm::web
