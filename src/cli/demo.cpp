// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "app/demo/build_demo.hpp"
#include "app/demo/demo_links.hpp"
#include "app/demo/demo_roster.hpp"
#include "app/demo/problems.hpp"
#include "app/editions.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "exchange/csv.hpp"

namespace smm::cli {
namespace {

namespace why = app::demo_problem;

// What was asked for, read.
struct DemoWish {
  std::string folder;
  bool headless = false;
  std::size_t schools = 0;  // of each profession; 0: all
  std::uint64_t seed = 2026;
  app::ServiceSettings settings;
  app::DemoAnswers answers = {};
};

// Stages as lines, each ended by the time it took; on a terminal, how far it is while it runs.
class StageLines {
 public:
  explicit StageLines(const Surroundings& around) : around_(around), progress_(around, "done") {}

  app::DemoStages stages() {
    return {[this](const std::string& what) { begin(what); }, progress_.counter()};
  }

  void end() {
    progress_.end();
    if (!running_) return;
    const std::chrono::duration<double> passed = Clock::now() - begun_;
    std::ostringstream seconds;
    seconds << std::fixed << std::setprecision(1) << passed.count();
    around_.out << "  (" << seconds.str() << " s)\n" << std::flush;
    running_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;

  void begin(const std::string& what) {
    end();
    around_.out << ++number_ << ". " << what << std::flush;
    begun_ = Clock::now();
    running_ = true;
  }

  const Surroundings& around_;
  Progress progress_;
  int number_ = 0;
  bool running_ = false;
  Clock::time_point begun_;
};

// How badges and links name the service. A port that the system chooses is known only later.
std::string address_of(const std::string& listen) {
  return "http://" + (listen.ends_with(":0") ? listen.substr(0, listen.rfind(':')) + ":8080" : listen);
}

std::optional<DemoWish> wish_of(const Given& given) {
  const auto schools = base::parse_integer(given.text_or("--schools", "0"));
  const auto seed = base::parse_integer(given.text_or("--seed", "2026"));
  const bool all = !given.has("--schools");
  if (!schools || !seed || *seed < 0 || (!all && (*schools < 6 || *schools > 1000))) return std::nullopt;
  DemoWish wish{given.text_or("--out", "smm-demo"),
                given.has("--headless"),
                static_cast<std::size_t>(*schools),
                static_cast<std::uint64_t>(*seed),
                {}};
  wish.settings.database.data = wish.folder + "/data";
  wish.settings.listen = given.text_or("--listen", "127.0.0.1:8080");
  wish.settings.public_url = address_of(wish.settings.listen);
  wish.settings.mail.folder = wish.folder + "/mail";
  wish.settings.mail.from = "office@demo.example";
  return wish;
}

base::Problem taken(const std::string& folder, const std::string& why_not) {
  return {why::demo_folder_taken, folder + " " + why_not + "; name another folder with --out, or remove it"};
}

// May a demo be made in the folder? Nothing there is ever overwritten.
base::Result<app::DemoState> state_of(const DemoWish& wish, const Surroundings& around) {
  const auto there = around.files.list(wish.folder);
  if (!there || there->empty()) return app::DemoState::none;
  const std::string database = "data/smm.db";
  if (std::ranges::find(*there, database) == there->end())
    return taken(wish.folder, "holds files that no demo made");
  const auto held = around.service.open(wish.settings, app::Hold::alone);
  if (!held) return held.problems();
  const app::DemoState state = app::demo_state((*held)->installation());
  if (state == app::DemoState::none) return taken(wish.folder, "holds an installation that no demo made");
  if (state == app::DemoState::unfinished)
    return base::Problem(why::demo_unfinished,
                         "The demo in " + wish.folder + " was interrupted; remove the folder");
  if (wish.headless) return taken(wish.folder, "holds a demo already");
  return state;
}

void tell_built(const app::BuiltDemo& built, const DemoWish& wish, std::ostream& out) {
  out << "\nAll of it is synthetic: real schools, invented people and answers.\n";
  for (const app::BuiltRound& round : built.rounds) {
    out << "  " << round.title << ", release " << round.sha256.substr(0, 12) << "\n";
    for (const auto& [profession, count] : round.professions)
      out << "    " << profession << ": " << count.answered << " of " << count.asked << " schools answered\n";
  }
  out << "  " << wish.folder << "/reports: " << built.reports.schools << " schools, " << built.reports.printed
      << " also as PDF" << (built.reports.printed == 0 ? " (that takes Chromium)" : "") << "\n  "
      << wish.folder << "/badges: " << built.badges
      << " badges; see also release-*.json, roster.csv, worksheets, questions\n";
}

base::Result<bool> build(const DemoWish& wish, const Surroundings& around) {
  const auto begun = std::chrono::steady_clock::now();
  const auto held = around.service.open(wish.settings, app::Hold::alone);
  if (!held) return held.problems();
  const app::Pages pages = app::load_pages(around.content);
  StageLines lines(around);
  const app::DemoHouse house{
      (*held)->installation(), pages,        around.content, around.files, wish.folder, wish.seed,
      around.printer,          wish.answers, lines.stages()};
  const auto built = app::build_demo(house, wish.schools);
  lines.end();
  if (!built) return built.problems();
  tell_built(*built, wish, around.out);
  const auto passed = std::chrono::steady_clock::now() - begun;
  around.out << "  made in " << std::chrono::duration_cast<std::chrono::seconds>(passed).count() << " s\n";
  return true;
}

std::string links_text(const app::DemoLinks& links) {
  std::ostringstream text;
  for (const app::DemoLink& link : links.links)
    text << "\n" << link.who << " - " << link.where << "\n  " << link.url << "\n";
  text << "\nThe program office is then asked for a code. Each of these is good once:\n";
  for (std::size_t at = 0; at < links.office_codes.size(); ++at)
    text << (at % 2 == 0 ? "  " : "   ") << links.office_codes[at] << (at % 2 == 1 ? "\n" : "");
  return text.str();
}

int serve(const DemoWish& wish, const Surroundings& around) {
  app::ServiceSettings settings = wish.settings;
  if (settings.listen.ends_with(":0")) settings.public_url.clear();
  std::ofstream log(wish.folder + "/service.log", std::ios::app);
  base::Problems problems;
  const auto tell_links = [&](app::Installation& installation) {
    const auto links = app::demo_links(installation);
    if (!links) return void(problems = links.problems());
    const std::string text = links_text(*links);
    around.files.write_private(wish.folder + "/sign-in.txt", text);
    around.out
        << "Sign in by these links. Each is good once, and new ones are made at every start; they stand in "
        << wish.folder << "/sign-in.txt, too. Mails go to " << wish.folder << "/mail.\n"
        << text << "\nCtrl-C ends it.\n"
        << std::flush;
  };
  const auto code = around.service.serve(settings, around.out, log, tell_links);
  if (!code) return report_problems(code.problems(), around.err);
  return problems.empty() ? *code : report_problems(problems, around.err);
}

// What was brought along with --answers, looked at before anything is made.
base::Result<app::DemoAnswers> answers_of(const Given& given, const DemoWish& wish,
                                          const Surroundings& around) {
  if (!given.has("--answers")) return app::DemoAnswers();
  const auto bytes = around.files.read(given.text("--answers"));
  if (!bytes) return bytes.problems();
  const auto table = exchange::read_table(*bytes, given.text("--answers"));
  if (!table) return table.problems();
  const auto answers = app::read_demo_answers(*table);
  if (!answers) return answers;
  const auto edition = app::open_edition(around.content, around.files, app::demo_edition);
  if (!edition) return edition.problems();
  const auto roster = app::demo_roster(around.content, *edition, wish.schools);
  if (!roster) return roster.problems();
  return app::on_sheets(*answers, roster->schools, *edition);
}

int run_demo(const Given& given, const Surroundings& around) {
  auto wish = wish_of(given);
  if (!wish) {
    around.err << "smm demo: --schools takes 6 to 1000, --seed a whole number\n";
    return wrong_usage;
  }
  auto answers = answers_of(given, *wish, around);
  if (!answers) return report_problems(answers.problems(), around.err);
  wish->answers = std::move(*answers);
  const auto state = state_of(*wish, around);
  if (!state) return report_problems(state.problems(), around.err);
  if (*state == app::DemoState::none) {
    const auto built = build(*wish, around);
    if (!built) return report_problems(built.problems(), around.err);
  } else {
    around.out << "There is a demo in " << wish->folder << " already; it is served as it is.\n";
  }
  return wish->headless ? done : serve(*wish, around);
}

}  // namespace

Command demo_command() {
  return {
      "demo",
      "Run the whole job on real schools with invented answers, then serve it with links to sign in",
      "smm demo --out smm-demo",
      {},
      {{"--out", "DIR", "Folder for all it makes; smm-demo without it. A demo that is there is served again"},
       {"--headless", "", "Make the files, and serve nothing"},
       {"--schools", "N", "At most so many schools of each profession are asked, from 6; all without it"},
       {"--seed", "N", "Seed of the invented answers; 2026 without it"},
       {"--answers", "FILE", "Answers that schools of the demo give in 2026 instead of invented ones"},
       {"--listen", "ADDRESS", "Address and port of the service; 127.0.0.1:8080 without it"}},
      run_demo};
}

}  // namespace smm::cli
