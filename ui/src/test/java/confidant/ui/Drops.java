package confidant.ui;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Drags that no window system makes, for the headless toolkit has none: the events a drag would
 * send, with a drag board of their own.
 */
final class Drops {
  private Drops() {}

  /** Holds files over a node; true if it would take them. */
  static boolean hover(Node target, List<Path> files) {
    return send(target, DragEvent.DRAG_OVER, board(files)).isAccepted();
  }

  /** Takes them away again. */
  static void leave(Node target, List<Path> files) {
    send(target, DragEvent.DRAG_EXITED, board(files));
  }

  /** Drops files on a node; true if it took them. */
  static boolean drop(Node target, List<Path> files) {
    return send(target, DragEvent.DRAG_DROPPED, board(files)).isDropCompleted();
  }

  /** Drops words on a node; true if it took them. */
  static boolean drop(Node target, String words) {
    Dragboard board = board(Map.of(DataFormat.PLAIN_TEXT, words));
    return send(target, DragEvent.DRAG_DROPPED, board).isDropCompleted();
  }

  private static DragEvent send(Node target, EventType<DragEvent> type, Dragboard board) {
    return WindowFixture.on(
        () -> {
          var event = new DragEvent(type, board, 1, 1, 1, 1, TransferMode.COPY, null, target, null);
          // Fired without a copy, since the answer is written into the event.
          Event.fireEvent(target, event);
          return event;
        });
  }

  private static Dragboard board(List<Path> files) {
    List<File> asFiles = files.stream().map(Path::toFile).toList();
    return board(Map.of(DataFormat.FILES, asFiles));
  }

  private static Dragboard board(Map<DataFormat, Object> content) {
    return WindowFixture.on(
        () -> {
          Constructor<?> constructor = Dragboard.class.getDeclaredConstructors()[0];
          constructor.setAccessible(true);
          return (Dragboard) constructor.newInstance(clipboard(content));
        });
  }

  /** What a window system would offer: this content, to be copied. */
  private static Object clipboard(Map<DataFormat, Object> content) throws ClassNotFoundException {
    Class<?> type = Class.forName("com.sun.javafx.tk.TKClipboard");
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) ->
            switch (method.getName()) {
              case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
              case "getContentTypes" -> content.keySet();
              case "hasContent" -> content.containsKey(arguments[0]);
              case "getContent" -> content.get(arguments[0]);
              default -> throw new IllegalStateException(method.getName());
            });
  }
}
