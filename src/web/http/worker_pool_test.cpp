// SPDX-License-Identifier: Apache-2.0
#include "web/http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <set>
#include <string>

namespace smm::web::http {
namespace {

// One thread that is at work until it is let go.
class HeldPool : public ::testing::Test {
 protected:
  void SetUp() override {
    std::promise<void> begun;
    ASSERT_TRUE(pool_.try_run([&begun, go = go_.get_future().share()] {
      begun.set_value();
      go.wait();
    }));
    begun.get_future().wait();
  }

  void let_go() { go_.set_value(); }

  std::promise<void> go_;
  WorkerPool pool_{1, 3};
};

TEST_F(HeldPool, RefusesWhatItHasNoPlaceFor) {
  std::atomic<int> run = 0;
  for (int job = 0; job < 3; ++job) EXPECT_TRUE(pool_.try_run([&] { ++run; }));
  EXPECT_FALSE(pool_.try_run([&] { ++run; }));
  pool_.run_next_step([&] { ++run; });  // was let in before
  let_go();
  while (run < 4) std::this_thread::yield();
}

TEST_F(HeldPool, TakesNextStepsFirst) {
  std::string order;
  std::promise<void> last;
  EXPECT_TRUE(pool_.try_run([&] { order += 'a'; }));
  EXPECT_TRUE(pool_.try_run([&] {
    order += 'b';
    last.set_value();
  }));
  pool_.run_next_step([&] { order += '1'; });
  pool_.run_next_step([&] { order += '2'; });
  let_go();
  last.get_future().wait();
  EXPECT_EQ(order, "12ab");
}

TEST(AWorkerPool, DropsWhatWaitsWhenItStops) {
  WorkerPool pool(1, 100'000);
  std::promise<void> begun;
  std::promise<void> go;
  ASSERT_TRUE(pool.try_run([&] {
    begun.set_value();
    go.get_future().wait();
  }));
  begun.get_future().wait();
  std::atomic<int> run = 0;
  EXPECT_TRUE(pool.try_run([&] { ++run; }));
  std::thread stopping([&] { pool.stop(); });
  while (pool.try_run([&] { ++run; })) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  go.set_value();
  stopping.join();
  EXPECT_EQ(run, 0);
}

TEST(AWorkerPool, RunsAllOfWhatManyGiveIt) {
  std::atomic<int> run = 0;
  {
    WorkerPool pool(5, 100'000);
    std::vector<std::thread> givers;
    for (int giver = 0; giver < 4; ++giver)
      givers.emplace_back([&] {
        for (int job = 0; job < 2000; ++job)
          EXPECT_TRUE(pool.try_run([&] {
            pool.run_next_step([&] { ++run; });
            ++run;
          }));
      });
    for (std::thread& giver : givers) giver.join();
    while (run < 4 * 2000 * 2) std::this_thread::yield();
  }
  EXPECT_EQ(run, 4 * 2000 * 2);
}

// Eight would take turns if they were called in the order in which they became idle.
TEST(AWorkerPool, CallsWhoWorkedLast) {
  WorkerPool pool(8, 10);
  std::set<std::thread::id> workers;
  for (int job = 0; job < 40; ++job) {
    std::promise<std::thread::id> worker;
    ASSERT_TRUE(pool.try_run([&] { worker.set_value(std::this_thread::get_id()); }));
    workers.insert(worker.get_future().get());
    std::this_thread::sleep_for(std::chrono::milliseconds(10));  // it has become idle again, most of the time
  }
  EXPECT_LT(workers.size(), 6U);
}

}  // namespace
}  // namespace smm::web::http
