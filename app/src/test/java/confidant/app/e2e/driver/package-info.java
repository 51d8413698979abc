/** What runs inside the program under test. */
package confidant.app.e2e.driver;
