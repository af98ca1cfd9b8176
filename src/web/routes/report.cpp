// SPDX-License-Identifier: Apache-2.0
// The feedback report of a school in a frozen round, for its dean and whom the dean named; and the sample
// that anybody may see. Each opening is told in the school's log before anything is shown, and the dean's
// page lists them. Peers are the dean's to choose: they stand in the page's address, and go along with its
// downloads.
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "app/editions.hpp"
#include "app/installation/problems.hpp"
#include "app/reporting/report_file.hpp"
#include "app/reporting/report_openings.hpp"
#include "app/reporting/sample_report.hpp"
#include "app/reporting/school_reports.hpp"
#include "report/report_view.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/peer_picking.hpp"
#include "web/routes/report_paths.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::ReportForm;
using assessment::Right;
using render::View;

// What reports share between requests: a frozen round never changes.
class ReportDesk {
 public:
  ReportDesk(const app::Content& content, app::PdfPrinter* prints) : library(content), printer(prints) {}

  base::Result<report::SchoolReport> report(const Call& call,
                                            const std::optional<benchmark::PeerChoice>& peers) {
    const auto reports = of_round(call);
    if (!reports) return reports.problems();
    return app::school_report(call.installation(), library, call.texts(), **reports, call.where->school.code,
                              peers);
  }

  base::Result<std::shared_ptr<const report::SchoolReport>> sample(const Call& call,
                                                                   const std::string& edition) {
    const std::lock_guard lock(mutex_);
    if (sample_) return sample_;
    const auto shelved = call.installation().editions.edition(edition);
    if (!shelved) return shelved.problems();
    auto made = app::sample_report(**shelved, library, call.texts());
    if (!made) return std::move(made).problems();
    sample_ = std::make_shared<const report::SchoolReport>(std::move(*made));
    return sample_;
  }

  app::ReportLibrary library;
  app::PdfPrinter* const printer;

 private:
  using Reports = std::shared_ptr<const app::RoundReports>;

  base::Result<Reports> of_round(const Call& call) {
    const std::string code = call.where->round.code;
    const std::lock_guard lock(mutex_);
    Reports& kept = rounds_[code];
    if (kept) return kept;
    auto opened = app::open_reports(call.installation(), code);
    if (!opened) return std::move(opened).problems();
    kept = std::make_shared<const app::RoundReports>(std::move(*opened));
    return kept;
  }

  std::mutex mutex_;
  std::map<std::string, Reports> rounds_;
  std::shared_ptr<const report::SchoolReport> sample_;
};

// ---- The page of a dean, or a reader.

bool reader_may(const Call& call, Right right) {
  return assessment::allows(call.standing, right);
}

// Who may compare may choose with whom.
std::optional<benchmark::PeerChoice> peers_in(const Call& call, const http::Parameters& given) {
  return reader_may(call, Right::compare) ? chosen_peers(given) : std::nullopt;
}

View file_view(const Call& call, ReportForm form) {
  const std::string name(facts_of(form).name);
  View view;
  view.set("name", call.texts()("report.file." + name + ".name"));
  view.set("about", call.texts()("report.file." + name + ".about"));
  return view.set("action", report_path(call, "/" + name));
}

std::string name_in_log(app::Records& records, const std::string& actor) {
  const auto id = assessment::PersonId::parse(actor);
  const auto person = id ? records.people.by_id(*id) : std::nullopt;
  return person ? person->name : actor;
}

// The latest first.
View::List opening_views(const Call& call) {
  constexpr std::int64_t most_read = 2000;
  constexpr std::size_t most_shown = 20;
  View::List views;
  call.installation().database.read([&](app::Records& records) {
    views.clear();
    const std::string chain = call.where->school.id.text();
    std::int64_t last = 0;
    for (const auto& head : records.audit.heads())
      if (head.chain == chain) last = head.number;
    auto entries = records.audit.entries(chain, std::max<std::int64_t>(1, last - most_read + 1), most_read);
    std::ranges::reverse(entries);
    for (const auto& kept : entries) {
      const bool of_round = kept.entry.subject.starts_with(call.where->round.code + " ");
      if (kept.entry.action != app::report_opened || !of_round || views.size() == most_shown) continue;
      views.push_back(View()
                          .set("who", name_in_log(records, kept.entry.actor))
                          .set("when", full_time(call, kept.at))
                          .set("what", kept.entry.subject.substr(call.where->round.code.size() + 1)));
    }
  });
  return views;
}

base::Result<bool> tell(const Call& call, std::string_view form) {
  return app::tell_report_opened(call.installation(), call.where->school.id, call.where->round.code,
                                 call.actor->name_in_log(), std::string(form));
}

report::ReportLinks links_of(const Call& call) {
  const std::string plan = call.where->path() + "/plan";
  report::ReportLinks links;
  if (reader_may(call, Right::edit_plan)) links.goal = plan + "/new";
  if (reader_may(call, Right::read_plan)) links.plan = plan;
  return links;
}

// What the dean alone finds there.
void set_access(View& view, const Call& call) {
  const bool dean = reader_may(call, Right::name_readers);
  view.set("readers_href", dean ? report_path(call, "/readers") : std::string());
  view.set("shows_openings", dean).set("openings", dean ? opening_views(call) : View::List());
}

// `chosen`: those that the report was made with.
base::Result<bool> set_peers(View& view, const Call& call, const std::vector<http::Parameter>& chosen) {
  const bool may_pick = reader_may(call, Right::compare);
  view.set("may_pick", may_pick);
  if (!may_pick) return true;
  const auto peers = app::peers_to_pick(call.installation(), *call.where);
  if (!peers) return peers.problems();
  View picking;
  set_picking(picking, call, *peers, report_path(call));
  picking.set("pick_open", !peer_parameters(call.request.query).empty())
      .set("without_href", chosen.empty() ? "" : report_path(call));
  view.set("picking", std::move(picking));
  return true;
}

View::List hidden_views(const std::vector<http::Parameter>& chosen) {
  return render::views(chosen, [](const http::Parameter& parameter) {
    return View().set("name", parameter.name).set("value", parameter.value);
  });
}

// The report, and what is wrong with the peers that were asked for: then it is made without them.
struct MadeReport {
  report::SchoolReport report;
  base::Problems refused_peers = {};
};

base::Result<MadeReport> made_report(const Call& call, ReportDesk& desk) {
  auto made = desk.report(call, peers_in(call, call.request.query));
  if (made) return MadeReport{std::move(*made)};
  base::Problems refused = std::move(made).problems();
  if (!is_about_peers(refused)) return refused;
  auto without = desk.report(call, std::nullopt);
  if (!without) return std::move(without).problems();
  return MadeReport{std::move(*without), std::move(refused)};
}

base::Result<Reply> show_report(const Call& call, ReportDesk& desk) {
  auto made = made_report(call, desk);
  if (!made) return std::move(made).problems();
  if (const auto told = tell(call, "page"); !told) return told.problems();
  const auto& texts = call.texts();
  const std::string title = texts("report.title");
  Page page{"page_report", {}, title, {school_crumb(call), {title, ""}}};
  page.status = made->refused_peers.empty() ? 200 : 422;
  set_head(page.view, {title, texts("report.page_lead"), call.where->school.name});
  std::vector<FormError> errors;
  for (const auto& problem : made->refused_peers) errors.push_back({problem.sentence, "control"});
  set_errors(page.view, errors);
  const auto chosen = errors.empty() ? peer_parameters(call.request.query) : std::vector<http::Parameter>{};
  if (const auto set = set_peers(page.view, call, chosen); !set) return set.problems();
  set_access(page.view, call);
  page.view.set("own", true).set("sample_note", "").set("hidden", hidden_views(chosen));
  page.view.set("files",
                render::views(app::report_forms, [&](ReportForm form) { return file_view(call, form); }));
  page.view.set("report", report::report_view(made->report, texts, links_of(call)));
  return Reply(std::move(page));
}

base::Result<Reply> take_report(const Call& call, ReportDesk& desk) {
  const auto form = app::report_form(call.request.captures.text("form"));
  if (!form) return base::Problem(app::installation_problem::not_there, "There is no such form of a report");
  const auto made = desk.report(call, peers_in(call, call.form.fields));
  if (!made) return made.problems();
  auto bytes = app::report_bytes(*made, *form, call.site.pages, desk.printer);
  if (!bytes) return std::move(bytes).problems();
  if (const auto told = tell(call, facts_of(*form).name); !told) return told.problems();
  return Reply(Raw{http::attachment(std::move(*bytes), std::string(facts_of(*form).media_type),
                                    app::report_file_name(*made, *form))});
}

// ---- The sample.

base::Result<Reply> show_sample(const Call& call, ReportDesk& desk, const std::string& edition) {
  const auto made = desk.sample(call, edition);
  if (!made) return made.problems();
  const auto& texts = call.texts();
  Page page{"page_report", {}, texts("report.sample.title"), {}};
  set_head(page.view,
           {texts("report.sample.title"), texts("report.sample.lead"), texts("report.sample.school")});
  set_errors(page.view, {});
  page.view.set("own", false).set("sample_note", texts("report.sample.note"));
  page.view.set("report", report::report_view(**made, texts));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> report_endpoints(const RouteParts& parts) {
  if (parts.content == nullptr) return {};
  const auto desk = std::make_shared<ReportDesk>(*parts.content, parts.printer);
  const std::string edition = app::edition_ids(*parts.content).back();
  const std::string path = "/rounds/{round}/schools/{school}/report";
  return {get(path, "report", for_school(Right::read_report),
              [desk](const Call& call) { return show_report(call, *desk); }),
          post(path + "/{form:word}", "report_file", for_school(Right::read_report),
               [desk](const Call& call) { return take_report(call, *desk); }),
          get("/sample-report", "sample_report", for_anyone(),
              [desk, edition](const Call& call) { return show_sample(call, *desk, edition); })};
}

}  // namespace smm::web
