# Run by CTest: writes the sample book in each gloss style and language and has epubcheck read it.
# No error and no warning is accepted.
find_program(JAVA java)
file(GLOB JARS /usr/share/java/epubcheck.jar)
if(DEFINED ENV{EPUBCHECK_JAR})
  set(JARS "$ENV{EPUBCHECK_JAR}")
endif()
if(NOT JAVA OR NOT JARS)
  message(STATUS "epubcheck is not installed")
  return()
endif()

foreach(case "glossref both" "noteref ko" "both en")
  string(REPLACE " " ";" arguments "${case}")
  list(JOIN arguments "-" name)
  set(book "${FOLDER}/sample-${name}.epub")
  execute_process(COMMAND "${SAMPLE}" "${book}" ${arguments} COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND "${JAVA}" -jar "${JARS}" --failonwarnings "${book}"
    RESULT_VARIABLE status OUTPUT_VARIABLE report ERROR_VARIABLE report)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${case}:\n${report}")
  endif()
endforeach()
