// SPDX-License-Identifier: Apache-2.0
// Both ends over a real Unix socket, with a printer that only says what it was given: what is well-behaved,
// and every way in which the other side is not.
#include "adapters/printing_desk.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <future>
#include <memory>
#include <thread>

#include "adapters/socket_printer.hpp"
#include "app/problems.hpp"
#include "base/environment_error.hpp"
#include "scratch_folder.hpp"

namespace smm::adapters {
namespace {

using namespace std::chrono_literals;

// "PDF" with the page in it; a page that says "refuse" is refused, one that says "huge" gives too much.
class SpeakingPrinter final : public app::PdfPrinter {
 public:
  base::Result<std::string> print(const std::string& html) override {
    if (html == "refuse") return base::Problem(app::problem::printing_failed, "It would not\n print \xFF");
    if (html == "huge") return std::string(longest_pdf + 1, 'x');
    if (html == "no pdf") return std::string("<html>");
    return "%PDF-" + html;
  }
};

class RunningDesk {
 public:
  explicit RunningDesk(DeskLimits limits = {})
      : desk_(listening_at(path()), printer_, limits),
        serving_(std::async(std::launch::async, [this] { return desk_.serve(); })) {}
  ~RunningDesk() { desk_.close(); }

  std::string path() const { return folder_.path("print.sock"); }
  std::int64_t closed() {
    desk_.close();
    return serving_.get();
  }
  std::int64_t ended() { return serving_.get(); }

 private:
  test::ScratchFolder folder_;
  SpeakingPrinter printer_;
  PrintingDesk desk_;
  std::future<std::int64_t> serving_;
};

std::string refusal_of(const base::Result<std::string>& printed) {
  if (printed) return "";
  EXPECT_EQ(printed.problems().front().code, app::problem::printing_failed.code);
  return printed.problems().front().sentence;
}

// What comes back to a caller of our own making.
std::string said_to(const std::string& path, const std::string& bytes, bool goes_on = false) {
  const Socket caller = connected_to(path);
  EXPECT_TRUE(caller.ok());
  EXPECT_TRUE(send_all(caller, bytes, std::chrono::steady_clock::now() + 5s));
  if (!goes_on) ::shutdown(caller.descriptor(), SHUT_WR);
  FrameReader answer = FrameReader::of_answers();
  const std::string fault = receive_frame(caller, answer, std::chrono::steady_clock::now() + 60s);
  return fault.empty() ? answer.bytes() : fault;
}

TEST(PrintingDesk, PrintsForSeveralAtOnce) {
  RunningDesk desk;
  std::vector<std::future<void>> askers;
  for (int asker = 0; asker < 8; ++asker)
    askers.push_back(std::async(std::launch::async, [&desk, asker] {
      const std::string page(200'000, static_cast<char>('a' + asker));
      for (int turn = 0; turn < 3; ++turn) {
        const auto pdf = SocketPrinter(desk.path()).print(page);
        ASSERT_TRUE(pdf) << pdf.problems().front().sentence;
        EXPECT_EQ(*pdf, "%PDF-" + page);
      }
    }));
  for (auto& asker : askers) asker.get();
  EXPECT_EQ(desk.closed(), 24);
}

TEST(PrintingDesk, HandsOnWhyAPageWasNotPrinted) {
  RunningDesk desk;
  SocketPrinter printer(desk.path());
  EXPECT_EQ(refusal_of(printer.print("refuse")), "It would not  print  ");  // one line that can be shown
  EXPECT_EQ(refusal_of(printer.print("huge")), "The PDF is too long");
  EXPECT_EQ(refusal_of(printer.print("no pdf")), "What was printed is no PDF");
  EXPECT_EQ(refusal_of(printer.print(std::string(longest_page + 1, 'x'))),
            "The page is too long to be printed");
  EXPECT_TRUE(printer.print("fine"));
}

TEST(PrintingDesk, RefusesWhatIsNoPage) {
  RunningDesk desk;
  EXPECT_EQ(said_to(desk.path(), "GET / HTTP/1.1\r\n\r\n"),
            "No page came: it does not begin as a frame does");
  EXPECT_EQ(said_to(desk.path(), frame_of(FrameKind::pdf, "%PDF-")),
            "No page came: a frame of this kind is not taken here");
  EXPECT_EQ(said_to(desk.path(), frame_of(FrameKind::page, "cut off").substr(0, 12)),
            "No page came: the other end is gone");
  EXPECT_EQ(said_to(desk.path(), ""), "No page came: the other end is gone");
  EXPECT_TRUE(SocketPrinter(desk.path()).print("fine"));
}

// The words reach also whoever is not done with sending.
TEST(PrintingDesk, ACallerThatGoesOnSendingHearsWhy) {
  RunningDesk desk;
  EXPECT_EQ(said_to(desk.path(), "SMP1H\xFF\xFF\xFF\xFF" + std::string(100'000, 'x'), true),
            "No page came: it is longer than what is taken here");
}

TEST(PrintingDesk, ASlowCallerIsLeftAndKeepsNobodyElse) {
  DeskLimits limits;
  limits.page_time = 1s;
  limits.at_once = 1;
  RunningDesk desk(limits);
  EXPECT_EQ(said_to(desk.path(), "SMP1", true), "No page came: nothing came in time");
  EXPECT_TRUE(SocketPrinter(desk.path()).print("fine"));
}

TEST(PrintingDesk, EndsWhenItWasIdleForLong) {
  DeskLimits limits;
  limits.idle_time = 1500ms;
  RunningDesk desk(limits);
  EXPECT_TRUE(SocketPrinter(desk.path()).print("fine"));
  EXPECT_EQ(desk.ended(), 1);
}

TEST(PrintSocket, IsItsOwnersAloneAndReplacesADeadOne) {
  const test::ScratchFolder folder;
  const std::string path = folder.path("print.sock");
  {
    const Socket first = listening_at(path);
    struct stat about {};
    ASSERT_EQ(stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    EXPECT_THROW(listening_at(path), base::EnvironmentError);  // somebody listens there
  }
  EXPECT_TRUE(listening_at(path).ok());
  EXPECT_THROW(listening_at(folder.path("no/such/folder")), base::EnvironmentError);
  EXPECT_THROW(listening_at(folder.path(std::string(200, 'x'))), base::EnvironmentError);
  folder.write("file", "x");
  EXPECT_THROW(listening_at(folder.path("file")), base::EnvironmentError);
  EXPECT_EQ(folder.text("file"), "x");
}

TEST(SocketPrinter, SaysThatNobodyPrints) {
  const test::ScratchFolder folder;
  EXPECT_EQ(refusal_of(SocketPrinter(folder.path("none")).print("x")),
            "Nobody prints at " + folder.path("none") + ": No such file or directory");
  { const Socket dead = listening_at(folder.path("dead")); }
  EXPECT_EQ(refusal_of(SocketPrinter(folder.path("dead")).print("x")),
            "Nobody prints at " + folder.path("dead") + ": Connection refused");
}

// One that takes the page and says nothing, and one that answers what is no answer.
TEST(SocketPrinter, DoesNotWaitForEver) {
  const test::ScratchFolder folder;
  const Socket silent = listening_at(folder.path("silent"));
  const auto printed = SocketPrinter(folder.path("silent"), 1s).print("x");
  EXPECT_EQ(refusal_of(printed), "No PDF came from " + folder.path("silent") + ": nothing came in time");
}

TEST(HandedOverSocket, IsOnlyForWhomItIsMeant) {
  unsetenv("LISTEN_PID");
  unsetenv("LISTEN_FDS");
  EXPECT_FALSE(handed_over_socket().ok());
  setenv("LISTEN_PID", "1", 1);
  setenv("LISTEN_FDS", "1", 1);
  EXPECT_FALSE(handed_over_socket().ok());
  unsetenv("LISTEN_PID");
  unsetenv("LISTEN_FDS");
}

}  // namespace
}  // namespace smm::adapters
