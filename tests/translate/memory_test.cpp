#include "galpi/translate/memory.hpp"

#include "support/catch.hpp"

using galpi::translate::Memory;

TEST_CASE("a sentence is found however it is spaced and composed", "[translate]") {
  Memory memory;
  memory.add("모델은  빠르다.", "The model is fast.");
  REQUIRE(memory.find(" 모델은\n빠르다. ") != nullptr);
  CHECK(*memory.find("모델은 빠르다.") == "The model is fast.");
  // 모델은 as conjoining jamo, which is how macOS writes file names.
  CHECK(memory.find("\xE1\x84\x86\xE1\x85\xA9\xE1\x84\x83\xE1\x85\xA6\xE1\x86\xAF\xE1\x84\x8B\xE1"
                    "\x85\xB3\xE1\x86\xAB 빠르다.") != nullptr);
  CHECK(memory.find("모델은 빠르다") == nullptr);
  CHECK(memory.find("") == nullptr);
}

TEST_CASE("a later translation replaces an earlier one", "[translate]") {
  Memory memory;
  memory.add("가", "a");
  memory.add("가 ", "b");
  CHECK(memory.size() == 1);
  CHECK(*memory.find("가") == "b");
}

TEST_CASE("keys are NFC, with single spaces and no ends", "[translate]") {
  CHECK(Memory::key_of("  a \t\xC2\xA0 b\xE3\x80\x80") == "a b");
  CHECK(Memory::key_of("").empty());
  CHECK(Memory::key_of(" \n ").empty());
  CHECK(Memory::key_of("e\xCC\x81") == "é");
}
