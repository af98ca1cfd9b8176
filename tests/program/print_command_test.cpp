// SPDX-License-Identifier: Apache-2.0
// smm print as systemd starts it, with a real Chromium, asked by an smm doctor as the service asks it.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "child_process.hpp"
#include "program.hpp"

namespace smm::program {
namespace {

bool has_chromium() {
  for (const char* path : {"/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"})
    if (std::filesystem::exists(path)) return true;
  return std::getenv("SMM_CHROMIUM") != nullptr;
}

bool appears(const std::string& path) {
  for (int i = 0; i < 600 && !std::filesystem::exists(path); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  return std::filesystem::exists(path);
}

// The one line of a doctor's report that tells of printing.
std::string doctor_of_printing(const Folder& folder, const std::string& socket) {
  const Outcome outcome = folder.smm("doctor --data " + folder.path("none") + " --printer unix:" + socket);
  const std::size_t at = outcome.out.find("printing");
  EXPECT_NE(at, std::string::npos) << outcome.out << outcome.err;
  const std::size_t begin = outcome.out.rfind('\n', at) + 1;
  return outcome.out.substr(begin, outcome.out.find('\n', at) - begin);
}

TEST(PrintCommand, TakesTheSocketThatSystemdHandsOverAndEndsWhenIdle) {
  const std::string activate = "/usr/bin/systemd-socket-activate";
  if (!std::filesystem::exists(activate) || !has_chromium())
    GTEST_SKIP() << "NOT TESTED: there is no systemd-socket-activate or no Chromium on this machine";
  const Folder folder;
  const std::string socket = folder.path("print.sock");
  test::ChildProcess unit({activate, "-l", socket, SMM_PROGRAM, "print", "--idle", "2"});
  ASSERT_TRUE(appears(socket));
  const std::string told = doctor_of_printing(folder, socket);
  EXPECT_NE(told.find("printed a page"), std::string::npos) << told;
  EXPECT_EQ(unit.exit_code(), 0);
}

// The same without systemd: descriptor 3 and two variables.
TEST(PrintCommand, TakesASocketThatAnybodyHandsOver) {
  if (!has_chromium()) GTEST_SKIP() << "NOT TESTED: there is no Chromium on this machine";
  const Folder folder;
  const std::string script =
      folder.write("activate.py",
                   "import os, socket, sys\n"
                   "listening = socket.socket(socket.AF_UNIX)\n"
                   "listening.bind(sys.argv[1] + '.new')\n"
                   "listening.listen(8)\n"
                   "os.rename(sys.argv[1] + '.new', sys.argv[1])\n"
                   "os.dup2(listening.fileno(), 3)\n"
                   "os.set_inheritable(3, True)\n"
                   "variables = dict(os.environ, LISTEN_FDS='1', LISTEN_PID=str(os.getpid()))\n"
                   "os.execve(sys.argv[2], [sys.argv[2], 'print', '--idle', '2'], variables)\n");
  const std::string socket = folder.path("print.sock");
  test::ChildProcess unit({"/usr/bin/python3", script, socket, SMM_PROGRAM});
  ASSERT_TRUE(appears(socket));
  EXPECT_NE(doctor_of_printing(folder, socket).find("printed a page"), std::string::npos);
  EXPECT_EQ(unit.exit_code(), 0);
}

// Without Chromium whoever asks hears why, and the program goes on until it is told to stop.
TEST(PrintCommand, ListensWhereItIsToldAndStopsWhenItIsTold) {
  const Folder folder;
  const std::string socket = folder.path("print.sock");
  const std::string command = "env -u SMM_CHROMIUM PATH=/nowhere " + std::string(SMM_PROGRAM) +
                              " print --listen unix:" + socket + " 2>" + folder.path("log") + " & echo $! >" +
                              folder.path("pid") + "; wait $!; echo $? >" + folder.path("code");
  test::ChildProcess shell({"/bin/sh", "-c", command});
  ASSERT_TRUE(appears(socket));
  EXPECT_NE(doctor_of_printing(folder, socket).find("No Chromium was found"), std::string::npos);
  kill(std::stoi(folder.read("pid")), SIGTERM);
  EXPECT_EQ(shell.exit_code(), 0);
  EXPECT_EQ(folder.read("code"), "0\n");
  EXPECT_NE(folder.read("log").find("Printed 0 pages."), std::string::npos) << folder.read("log");
}

TEST(PrintCommand, SaysWhatItWasNotGiven) {
  const Folder folder;
  EXPECT_EQ(folder.smm("print").err.find("no_print_socket: "), 0U);
  EXPECT_EQ(folder.smm("print --listen 127.0.0.1:80").err.find("no_print_socket: "), 0U);
  EXPECT_EQ(folder.smm("print --idle soon").err.find("bad_setting: "), 0U);
  EXPECT_EQ(folder.smm("print --listen unix:/no/such/folder").code, 3);
  EXPECT_NE(doctor_of_printing(folder, folder.path("none.sock")).find("Nobody prints at"), std::string::npos);
  EXPECT_EQ(folder.smm("doctor --data x --printer print.sock").err.find("bad_setting: "), 0U);
}

}  // namespace
}  // namespace smm::program
