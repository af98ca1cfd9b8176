// SPDX-License-Identifier: Apache-2.0
// Worksheets go out and come back: who gets which, what a workbook that came back changes and what it leaves
// alone, and what is refused. River's coordinator Cora works on the whole sheet, Ana on the admissions
// office.
#include <cstdio>
#include <fstream>

#include "adapters/chromium_printer.hpp"
#include "app/paper/kept_form.hpp"
#include "app/paper/school_worksheet.hpp"
#include "command_output.hpp"
#include "exchange/xlsx_reader.hpp"
#include "exchange/xlsx_writer.hpp"
#include "report/worksheet_xlsx.hpp"
#include "school_at_work.hpp"

namespace smm::web {
namespace {

using assessment::GivenAnswer;
using instrument::AnswerState;
using instrument::ItemType;

SMM_ON_EACH_DATABASE(Worksheets);

const std::string worksheets_url = river_path + "/worksheets";

// A sheet on which a few answers stand, and workbooks that somebody filled in.
class WorksheetsAtWork : public SchoolAtWork {
 public:
  explicit WorksheetsAtWork(test::InstallationUnderTest& house) : SchoolAtWork(house), house_(house) {}

  // The nth place of a type in a packet.
  std::size_t place_of_type(const std::string& office, ItemType type, std::size_t nth = 0) {
    const auto opened = sheet();
    for (const std::size_t place : places(office))
      if (assessment::item_at(*opened.plan, place).type == type && nth-- == 0) return place;
    ADD_FAILURE() << "no such question in " << office;
    return 0;
  }

  // The whole sheet as it stands, filled or blank, to be written on before it is sent.
  report::Worksheet worksheet(bool filled) {
    const app::Actor cora = round().actor("cora@river.example");
    const auto standing = round().standing(cora, "river");
    const auto opened = sheet();
    const app::Hand hand{cora, standing, opened};
    const auto reading = app::read_sheet(installation(), hand, house_.clock.now());
    const report::WorksheetOwner owner{"river",      "School river", "2026", "Round 2026",
                                       "2026-10-31", "today",        filled};
    return app::worksheet_of(hand, *reading, house_.pages().texts, owner, app::whole_sheet);
  }

  static void write_on(report::Worksheet& sheet, std::size_t place, const report::EnteredAnswer& answer) {
    for (auto& packet : sheet.packets)
      for (auto& area : packet.areas)
        for (auto& question : area.questions)
          if (question.number == static_cast<int>(place) + 1) question.entered = answer;
  }

  std::string workbook(const report::Worksheet& sheet) {
    return report::worksheet_xlsx(sheet, house_.pages().texts);
  }

  Shown send(BrowserUnderTest& by, const std::string& bytes) {
    const Shown page = by.get(worksheets_url);
    std::smatch token;
    EXPECT_TRUE(std::regex_search(page.body, token, std::regex("name=\"csrf\" value=\"([^\"]*)\"")))
        << page.body;
    std::string body;
    const auto part = [&](const std::string& head, const std::string& content) {
      body += "--xyz\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    };
    part("name=\"csrf\"", token[1]);
    part("name=\"file\"; filename=\"worksheet.xlsx\"", bytes);
    body += "--xyz--\r\n";
    by.extra_headers["Content-Type"] = "multipart/form-data; boundary=xyz";
    const Shown shown = by.send(http::Method::post, worksheets_url + "/return", body);
    by.extra_headers.erase("Content-Type");
    return shown;
  }

  std::optional<GivenAnswer> standing(std::size_t place) {
    const app::Actor cora = round().actor("cora@river.example");
    const auto with = round().standing(cora, "river");
    const auto opened = sheet();
    const auto reading = app::read_sheet(installation(), {cora, with, opened}, house_.clock.now());
    const auto& answer = reading->at[place];
    return answer ? std::optional(answer->given) : std::nullopt;
  }

  std::vector<app::ReturnedForm> waiting() {
    const auto key = sheet().key();
    return house_.read<std::vector<app::ReturnedForm>>(
        [&](app::Records& records) { return records.returned_forms.of(key); });
  }

 private:
  test::InstallationUnderTest& house_;
};

GivenAnswer answered(const std::string& value) {
  return {AnswerState::answered, value, ""};
}
report::EnteredAnswer entered(const std::string& value) {
  return {AnswerState::answered, value, ""};
}

TEST_P(Worksheets, AreForWhoeverSeesTheQuestions) {
  WorksheetsAtWork school(house());
  auto ana = school.browser("ana"), cora = school.browser("cora"), dean = school.browser("dean", "lake");
  const std::string hers = "/" + anas_office + ".", bens = "/" + bens_office + ".";
  const Shown page = ana->get(worksheets_url);
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(page.says("/worksheets/blank" + hers + "xlsx"));
  EXPECT_FALSE(page.says(bens));
  EXPECT_FALSE(page.says("/blank/whole."));
  EXPECT_TRUE(cora->get(worksheets_url).says("/filled/whole.xlsx"));
  EXPECT_FALSE(page.says(".pdf"));  // there is no printer here

  const Shown printed = ana->get(worksheets_url + "/blank" + hers + "html");
  EXPECT_EQ(printed.status, 200);
  EXPECT_TRUE(printed.says("School river"));
  EXPECT_NE(printed.headers.value("Content-Security-Policy").find("style-src 'sha256-"), std::string::npos);
  EXPECT_EQ(ana->get(worksheets_url + "/blank" + bens + "html").status, 404);
  EXPECT_EQ(ana->get(worksheets_url + "/blank" + hers + "pdf").status, 422);
  EXPECT_EQ(ana->get(worksheets_url + "/blank" + hers + "doc").status, 404);
  for (const std::string& url : {worksheets_url, worksheets_url + "/blank/whole.html"})
    EXPECT_EQ(dean->get(url).status, 404) << url;
}

TEST_P(Worksheets, AFilledOneIsACopyThatTheLogTellsOf) {
  WorksheetsAtWork school(house());
  const std::size_t place = school.place_of_type(anas_office, ItemType::count);
  school.answer(place, answered("7319"));
  auto ana = school.browser("ana"), cora = school.browser("cora");
  EXPECT_FALSE(ana->get(worksheets_url + "/blank/" + anas_office + ".html").says("7319"));
  EXPECT_FALSE(house().log_tells("worksheet.download"));
  ana->get(worksheets_url);
  EXPECT_TRUE(ana->post(worksheets_url + "/filled/" + anas_office + ".html").says("7319"));
  EXPECT_TRUE(house().log_tells("worksheet.download"));
  ana->get(worksheets_url);
  EXPECT_EQ(ana->post(worksheets_url + "/filled/whole.html").status, 404);
  cora->get(worksheets_url);
  const Shown book = cora->post(worksheets_url + "/filled/whole.xlsx");
  EXPECT_EQ(book.status, 200);
  EXPECT_NE(book.headers.value("Content-Disposition").find("river-2026-whole.xlsx"), std::string::npos);
  EXPECT_TRUE(exchange::read_workbook(book.body, "book"));
}

// A change, a conflict, what was left as it was printed, what nobody can read, and what is not hers.
TEST_P(Worksheets, AWorkbookComesBackAsAListOfChanges) {
  WorksheetsAtWork school(house());
  const std::size_t both = school.place_of_type(anas_office, ItemType::count);
  const std::size_t untouched = school.place_of_type(anas_office, ItemType::share);
  const std::size_t changed = school.place_of_type(anas_office, ItemType::one_of);
  const std::size_t unread = school.place_of_type(anas_office, ItemType::two_shares);
  school.answer(both, answered("101"));
  school.answer(untouched, answered("3/10"));
  report::Worksheet book = school.worksheet(true);
  school.answer(both, answered("102"));
  school.answer(untouched, answered("4/10"));
  const std::string option = assessment::item_at(*school.sheet().plan, changed).options.back().id;
  school.write_on(book, both, entered("103"));
  school.write_on(book, changed, entered(option));
  school.write_on(book, unread, entered("40/30|1/2"));
  school.write_on(book, school.places(bens_office).front(), {AnswerState::not_known, "", ""});

  auto ana = school.browser("ana");
  const Shown sent = school.send(*ana, school.workbook(book));
  ASSERT_EQ(sent.status, 303) << sent.body;
  const std::string url = sent.location();
  const Shown review = ana->get(url);
  EXPECT_EQ(review.status, 200) << review.body;
  EXPECT_TRUE(review.says("1 answer would change."));
  EXPECT_TRUE(review.says("1 answer changed on the pages after the worksheet was made"));
  EXPECT_TRUE(review.says("1 answer is to a question that is not yours"));
  EXPECT_TRUE(review.says("What stands: 102"));
  EXPECT_TRUE(review.says("The workbook&#39;s: 103"));
  EXPECT_TRUE(review.says("40/30"));
  EXPECT_FALSE(review.says("checked=\"checked\""));
  EXPECT_EQ(school.standing(changed), std::nullopt);

  const Shown undecided = ana->submit(url);
  EXPECT_EQ(undecided.status, 422);
  EXPECT_TRUE(undecided.says("#choose" + std::to_string(both + 1)));
  EXPECT_EQ(school.standing(changed), std::nullopt);

  const Shown applied = ana->submit(url, {{"choose" + std::to_string(both + 1), "mine"}});
  EXPECT_EQ(applied.status, 303) << applied.body;
  EXPECT_EQ(school.standing(both)->value, "103");
  EXPECT_EQ(school.standing(changed)->value, option);
  EXPECT_EQ(school.standing(untouched)->value, "4/10");
  EXPECT_EQ(school.standing(unread), std::nullopt);
  EXPECT_EQ(school.standing(school.places(bens_office).front()), std::nullopt);
  EXPECT_TRUE(school.waiting().empty());
  EXPECT_EQ(ana->get(url).status, 404);
  EXPECT_TRUE(
      ana->get(river_path + "/questions/" + std::to_string(both + 1)).says("from a workbook that came back"));
  for (const char* action : {"worksheet.return", "worksheet.apply"})
    EXPECT_TRUE(house().log_tells(action)) << action;
}

TEST_P(Worksheets, WhatChangesWhileSomebodyLooksIsShownAgain) {
  WorksheetsAtWork school(house());
  const std::size_t moved = school.place_of_type(anas_office, ItemType::count);
  const std::size_t still = school.place_of_type(anas_office, ItemType::share);
  report::Worksheet book = school.worksheet(true);
  school.write_on(book, moved, entered("55"));
  school.write_on(book, still, entered("1/4"));
  auto ana = school.browser("ana");
  const std::string url = school.send(*ana, school.workbook(book)).location();
  ana->get(url);
  school.answer(moved, answered("66"));
  const Shown again = ana->submit(url);
  EXPECT_EQ(again.status, 409) << again.body;
  EXPECT_TRUE(again.says("What stands: 66"));
  EXPECT_EQ(school.standing(moved)->value, "66");
  EXPECT_EQ(school.standing(still)->value, "1/4");

  const Shown settled = ana->submit(url, {{"choose" + std::to_string(moved + 1), "theirs"}});
  EXPECT_EQ(settled.status, 303) << settled.body;
  EXPECT_EQ(school.standing(moved)->value, "66");
  const auto opened = school.sheet();
  const auto not_kept = house().read<std::vector<app::SealedNotKept>>([&](app::Records& records) {
    return records.sheets.not_kept(opened.key(), opened.plan->answers[moved].place);
  });
  EXPECT_EQ(not_kept.size(), 1U);  // 55 is in the history
}

// Whoever fills in a blank worksheet takes nothing away with what they leave empty.
TEST_P(Worksheets, ABlankOneClearsNothing) {
  WorksheetsAtWork school(house());
  const std::size_t stands = school.place_of_type(anas_office, ItemType::count);
  const std::size_t fresh = school.place_of_type(anas_office, ItemType::share);
  school.answer(stands, answered("101"));
  report::Worksheet book = school.worksheet(false);
  auto cora = school.browser("cora");
  EXPECT_TRUE(school.send(*cora, school.workbook(book)).says("Nothing in this worksheet differs"));
  school.write_on(book, fresh, entered("1/4"));
  const std::string url = school.send(*cora, school.workbook(book)).location();
  cora->get(url);
  EXPECT_EQ(cora->submit(url).status, 303);
  EXPECT_EQ(school.standing(stands)->value, "101");
  EXPECT_EQ(school.standing(fresh)->value, "1/4");
}

// In a filled one, an emptied cell is an answer taken back.
TEST_P(Worksheets, AFilledOneClearsWhatWasEmptied) {
  WorksheetsAtWork school(house());
  const std::size_t stands = school.place_of_type(anas_office, ItemType::count);
  school.answer(stands, answered("101"));
  report::Worksheet book = school.worksheet(true);
  school.write_on(book, stands, {});
  auto cora = school.browser("cora");
  const std::string url = school.send(*cora, school.workbook(book)).location();
  cora->get(url);
  EXPECT_EQ(cora->submit(url).status, 303);
  EXPECT_EQ(school.standing(stands)->state, AnswerState::not_answered);
}

// A workbook that unpacks to fifty megabytes from less than one.
std::string swollen_workbook() {
  exchange::Workbook book;
  exchange::Sheet sheet = book.add_sheet("edition");
  for (std::uint32_t row = 0; row < 1'600; ++row)
    sheet.text(row, 0, std::to_string(row) + std::string(31'900, 'a'));
  return book.finish();
}

TEST_P(Worksheets, RefuseWhatIsNoneOfTheirs) {
  WorksheetsAtWork school(house());
  const auto with = [&](const std::function<void(report::Worksheet&)>& change) {
    report::Worksheet book = school.worksheet(false);
    school.write_on(book, school.places(anas_office).front(), {AnswerState::not_known, "", ""});
    change(book);
    return school.workbook(book);
  };
  const std::string good = with([](report::Worksheet&) {});
  std::string damaged = good;
  damaged.resize(damaged.size() / 2);
  const std::string swollen = swollen_workbook();
  EXPECT_LT(swollen.size(), std::size_t{1} << 20);
  exchange::Workbook plain;
  plain.add_sheet("Sheet 1").text(0, 0, "hello");
  const std::pair<std::string, std::string> refused[] = {
      {with([](auto& book) { book.owner->school = "lake"; }), "made for another school"},
      {with([](auto& book) { book.owner->round = "2025"; }), "made for another round"},
      {with([](auto& book) { book.hash = "0123"; }), "questions of another edition"},
      {with([](auto& book) { book.owner.reset(); }), "no worksheet that was made for a school"},
      {plain.finish(), "no worksheet that was made for a school"},
      {damaged, "not a workbook"},
      {"school_id,item\nriver,x\n", "not a workbook (.xlsx)"},
      {"", "Choose a file first"},
      {swollen, "unpacks to more than is read"},
      {std::string("PK\x03\x04") + std::string(std::size_t{4} << 20, 'x'), "larger than 4 MB"}};
  auto cora = school.browser("cora");
  for (const auto& [bytes, words] : refused) {
    const Shown shown = school.send(*cora, bytes);
    EXPECT_EQ(shown.status, 422) << words;
    EXPECT_TRUE(shown.says(words)) << words << "\n" << shown.body.substr(0, 4000);
  }
  EXPECT_TRUE(school.waiting().empty());
  EXPECT_FALSE(house().log_tells("answer.save"));
  EXPECT_EQ(school.send(*cora, good).status, 303);
}

// Nobody but the sender sees it; it is gone after a week, and once it is discarded.
TEST_P(Worksheets, WaitForTheirSenderAlone) {
  WorksheetsAtWork school(house());
  report::Worksheet book = school.worksheet(false);
  school.write_on(book, school.place_of_type(anas_office, ItemType::count), entered("424242"));
  auto ana = school.browser("ana"), cora = school.browser("cora");
  const std::string url = school.send(*ana, school.workbook(book)).location();
  EXPECT_TRUE(ana->get(worksheets_url).says(url));
  EXPECT_TRUE(ana->get(url).says("424242"));
  EXPECT_EQ(cora->get(url).status, 404);
  EXPECT_FALSE(cora->get(worksheets_url).says(url));
  EXPECT_EQ(house().database_bytes().value_or("").find("424242"), std::string::npos);

  const std::string second = school.send(*ana, school.workbook(book)).location();
  ana->get(second);
  EXPECT_EQ(ana->submit(second + "/discard").status, 303);
  EXPECT_EQ(ana->get(second).status, 404);
  EXPECT_EQ(school.waiting().size(), 1U);

  house().clock.pass(8 * base::one_day);
  auto later = school.browser("ana");
  EXPECT_EQ(later->get(url).status, 404);
  house().write([](app::Records& records, base::Instant now) { app::sweep_returned_forms(records, now); });
  EXPECT_TRUE(school.waiting().empty());
}

// A packet that was closed in the meantime keeps its answers.
TEST_P(Worksheets, SaveNothingIntoAClosedPacket) {
  WorksheetsAtWork school(house());
  const std::size_t place = school.place_of_type(anas_office, ItemType::count);
  report::Worksheet book = school.worksheet(false);
  school.write_on(book, place, entered("9"));
  auto ana = school.browser("ana");
  const std::string url = school.send(*ana, school.workbook(book)).location();
  ana->get(river_path + "/packets/" + anas_office + "/complete");
  EXPECT_EQ(ana->submit(river_path + "/packets/" + anas_office + "/complete").status, 303);
  const Shown review = ana->get(url);
  EXPECT_TRUE(review.says("Answers that cannot be saved now")) << review.body;
  ana->submit(url, {{"change", std::to_string(place + 1)}, {"base" + std::to_string(place + 1), "0"}});
  EXPECT_EQ(school.standing(place), std::nullopt);
  EXPECT_EQ(school.waiting().size(), 1U);  // until the packet is open again
}

TEST_P(Worksheets, OfAnEditionAreThereForAnybody) {
  WorksheetsAtWork school(house());
  BrowserUnderTest anybody(school.service);
  const std::string folder = "/questions/smm-2026/worksheets/";
  EXPECT_TRUE(anybody.get("/questions/smm-2026").says("href=\"" + folder + "medicine_md.html\""));
  EXPECT_TRUE(anybody.get(folder + "medicine_md.html").says("<h1>"));
  EXPECT_TRUE(exchange::read_workbook(anybody.get(folder + "nursing_adn.xlsx").body, "book"));
  for (const char* none : {"medicine_md.pdf", "medicine_md", "medicine_xx.html"})
    EXPECT_EQ(anybody.get(folder + none).status, 404) << none;
}

TEST_P(Worksheets, AreTaggedAsPdf) {
  const auto chromium = adapters::find_chromium([](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
  });
  if (!chromium) GTEST_SKIP() << "there is no Chromium on this machine";
  WorksheetsAtWork school(house());
  school.answer(school.place_of_type(anas_office, ItemType::count), answered("7319"));
  adapters::ChromiumPrinter printer(chromium);
  const app::Actor cora = school.round().actor("cora@river.example");
  const auto standing = school.round().standing(cora, "river");
  const auto opened = school.sheet();
  const app::Hand hand{cora, standing, opened};
  const auto taken = app::take_worksheet(school.installation(), house().pages(), &printer, hand,
                                         {anas_office, app::WorksheetForm::pdf}, true);
  ASSERT_TRUE(taken) << taken.problems().front().sentence;
  const test::ScratchFolder folder;
  const std::string path = folder.path("worksheet.pdf");
  std::ofstream(path, std::ios::binary) << taken->bytes;
  if (test::command_output("command -v pdfinfo").empty())
    GTEST_SKIP() << "there is no pdfinfo on this machine";
  EXPECT_NE(test::command_output("pdfinfo " + path).find("Tagged:          yes"), std::string::npos);
  const std::string tree = test::command_output("pdfinfo -struct " + path);
  for (const char* part : {"H1", "H2", "Table", "TH"}) EXPECT_NE(tree.find(part), std::string::npos) << part;
  const std::string text = test::command_output("pdftotext -layout " + path + " -");
  EXPECT_NE(text.find("7319"), std::string::npos);
  EXPECT_NE(text.find("School river"), std::string::npos);
}

}  // namespace
}  // namespace smm::web
